internal import CBubbleRuntime
internal import Probe

/// Tells a run what its code does with the library.
///
/// All methods are called on the thread that the run is installed on, by the task that runs there.
final class RunObserver: Observer, @unchecked Sendable {
  // `@unchecked`: it has no state that changes. `unowned(unsafe)`: the observer is the run's own,
  // and is installed only while the run is.
  unowned(unsafe) let run: BubbleRun

  init(_ run: BubbleRun) {
    self.run = run
    super.init()
  }

  override var id: UInt64 { run.id }

  override nonisolated(nonsending) func schedulingPoint(_ operation: Operation) async {
    // Even after the verdict: a task that goes on sending has to give the thread back.
    if run.explains, let index = run.currentIndex() {
      run.tasks.details(index).lastOperation = operation
    }
    // Not resumed in here: the task would go on in place instead of waiting in the queue again.
    await withUnsafeContinuation { continuation in
      // An actor runs several tasks in one job: the one before has given the thread back by now.
      run.enqueueYieldedTask()
      run.yieldedTask = continuation
    }
    // A `select` that chooses its default case has learned something, too.
    run.hasUsed(operation)
  }

  override func synchronousPoint(_ operation: Operation) {
    // What a test does in one step, such as to fill several channels, is meant to be one.
    let isByProgram = operation.verb.isOfChannel && !run.isByTest(operation)
    // The order of such calls makes a difference only if the program has learned something since
    // the step began, from a lock, an atomic or a channel, or has started a task.
    if memory_points_may_pause() != 0 {
      if run.hasAccesses {
        run.memoryPointReached()
      } else if isByProgram, run.hasLookedInStep || run.startedInStep > 0 {
        run.mayBeInterrupted()
      }
    }
    run.willTry(operation)
    if isByProgram, operation.verb != .close {
      run.hasTriedInStep = true
      run.hasLookedInStep = true
    }
    run.hasUsed(operation)
  }

  override func willCount(_ count: Int, _ operation: Operation) {
    guard count > 0, run.startsBeforeItAdds(count), memory_points_may_pause() != 0 else {
      return synchronousPoint(operation)
    }
    run.callReturned()
    run.hasUsed(operation)
  }

  override func looks(at resource: Resource) {
    // Where `count` is called is not known, so that of a test could not be told apart.
    if run.hasTriedInStep, memory_points_may_pause() != 0 { run.mayBeInterrupted() }
    run.hasLookedInStep = true
    run.hasUsed([resource])
    run.hasLooked(at: resource)
  }

  override func willWait(in operation: Operation) {
    guard let index = run.currentIndex() else { return }
    // What it has done up to now comes before the task that will end the wait.
    run.hasUsed(operation)
    let details = run.tasks.details(index)
    details.operation = operation
    run.tasks[index].waitingSince = run.elapsed
    if operation.place.line == 0 { details.waitCallSite = run.captureCallSite() }
    run.trace(.wait, index, operation, operation.verb.rawValue)
  }

  override func didWait() {
    guard let index = run.currentIndex() else { return }
    run.tasks[index].details?.operation = nil
    run.trace(.wake, index)
  }

  override func note(_ operation: Operation, value: @autoclosure () -> String?) {
    run.idleJumps = 0
    run.hasUsed(operation)
    guard run.explains, let index = run.currentIndex(), let kind = operation.verb.traceKind else {
      return
    }
    run.hasDone(operation)
    run.noteUse(operation, by: index)
    run.trace(kind, index, operation, value()?.readable)
  }

  override func misuse(_ misuse: Misuse, in operation: Operation) {
    guard run.phase == .body || run.phase == .drain else { return }
    let time = Duration.nanoseconds(run.elapsed).inSeconds
    let place = operation.place.line == 0 ? "in a for await loop" : "at \(operation.place.short)"
    // A report that a resource is foreign names its place itself.
    let text = if case .foreign(let words) = misuse { words } else { "\(misuse.message) \(place)" }
    run.outcome.misuses.append((misuse, "\(text), t = \(time)"))
  }

  override func choose(below bound: Int) -> Int {
    run.chooser.choice(below: bound)
  }

  override func startTimer(after delay: Duration, _ fire: @escaping @Sendable () -> Void) -> UInt64
  {
    run.startTimer(after: delay, .call(fire))
  }

  override func cancelTimer(_ id: UInt64) {
    run.cancelTimer(id)
  }
}

extension Operation.Verb {
  fileprivate var isOfChannel: Bool {
    switch self {
    case .send, .receive, .close: true
    case .select, .add, .done, .wait: false
    }
  }
}

extension BubbleRun {
  /// Whether the test's own code called the operation.
  fileprivate func isByTest(_ operation: Operation) -> Bool {
    guard let testModule else { return false }
    return operation.place.fileID.withUTF8Buffer { fileID in
      fileID.starts(with: testModule.utf8)
        && fileID.dropFirst(testModule.utf8.count).first == UInt8(ascii: "/")
    }
  }
}
