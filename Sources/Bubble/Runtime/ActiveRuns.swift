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
  /// where no bubble is installed. The task's number says whose it is.
  func takesFromOutside(_ job: ReadyJob) -> Bool {
    guard count.load(ordering: .acquiring) > 0, TaskMemory.isKnown else { return false }
    let task = TaskMemory(job.job)
    guard task.isTask else { return false }
    let id = task.id
    return runs.withLock { runs in
      runs.contains { $0.takeFromOutside(job, task: id) }
    }
  }
}
