/// The task of an `async let`, which lives in its parent's memory: that may be used for something
/// else once the scope has ended.
struct AsyncLetTask {
  let memory: TaskMemory
  /// The parent, by the runtime's number.
  let parent: UInt64?
  /// Whether the scope ended before the task did, so that the parent waits for it.
  var isAwaited = false

  init(memory: TaskMemory) {
    self.memory = memory
    parent = memory.parent?.id
  }
}

extension BubbleRun {
  /// The parent leaves the scope of an `async let`: at once, or when the task has ended.
  func scopeEnds(ofAsyncLet task: TaskMemory) {
    guard let index = tasks.index(of: task.id), !tasks[index].isFinished else { return }
    if task.isComplete { return finished(index) }
    tasks[index].details?.asyncLet?.isAwaited = true
    // The end may come unseen, inside the work of an actor.
    counters.mayHaveMissedEnds = true
  }

  /// Whether the task has ended; the tasks before it in the table, such as its parent, have been
  /// checked already.
  func hasEnded(_ task: AsyncLetTask) -> Bool {
    guard task.isAwaited else { return task.memory.isComplete }
    guard let index = task.parent.flatMap(tasks.index(of:)), !tasks[index].isFinished,
      let parent = tasks[index].memory ?? tasks[index].details?.asyncLet?.memory,
      parent.awaited?.address == task.memory.address
    else { return true }
    return task.memory.isComplete
  }
}
