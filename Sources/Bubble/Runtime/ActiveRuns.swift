internal import Synchronization

/// The runs that are under way in this process, for jobs that arrive from threads outside.
final class ActiveRuns: Sendable {
  static let shared = ActiveRuns()

  private let count = Atomic<Int>(0)
  private let runs = Mutex<[BubbleRun]>([])

  func add(_ run: BubbleRun) {
    runs.withLock { $0.append(run) }
    count.add(1, ordering: .releasing)
  }

  func remove(_ run: BubbleRun) {
    runs.withLock { $0.removeAll { $0 === run } }
    count.subtract(1, ordering: .releasing)
  }

  /// Gives the job to the run that its task belongs to; `false` when it belongs to none.
  ///
  /// A continuation that is resumed by Dispatch or a `Thread` enqueues its task on that thread,
  /// where no bubble is installed. The task's number says which run it belongs to.
  func takesFromOutside(_ job: ReadyJob) -> Bool {
    guard isInUse else { return false }
    let task = TaskMemory(job.job)
    guard task.isTask else { return false }
    let id = task.id
    return runs.withLock { runs in
      runs.contains { $0.takeFromOutside(job, task: id) }
    }
  }

  /// Gives the sleep of the current task to the run that the task belongs to; `false` when it
  /// belongs to none.
  ///
  /// A task with an executor of its own begins its sleep on a thread outside.
  func takesSleepFromOutside(_ job: ReadyJob, for delay: Duration) -> Bool {
    guard isInUse, let task = TaskMemory.current, let run = run(of: task) else { return false }
    run.mailbox.put(.sleep(job, for: delay))
    return true
  }

  /// The virtual clock of the run that a task belongs to.
  func clock(of task: TaskMemory) -> UnsafePointer<UInt64>? {
    guard isInUse else { return nil }
    return run(of: task).map { UnsafePointer($0.clock) }
  }

  /// Whether the run with this number is under way.
  func contains(_ id: UInt64) -> Bool { runs.withLock { $0.contains { $0.id == id } } }

  /// The run that a task belongs to, or one that it is a child of: the bubble never sees a child
  /// with an executor of its own.
  private func run(of task: TaskMemory) -> BubbleRun? {
    runs.withLock { runs in
      var task: TaskMemory? = task
      while let id = task?.id {
        if let run = runs.first(where: { $0.tasks.contains(id) }) { return run }
        // A parent lives as long as its children.
        task = task?.parent
      }
      return nil
    }
  }

  private var isInUse: Bool { count.load(ordering: .acquiring) > 0 && TaskMemory.isKnown }
}
