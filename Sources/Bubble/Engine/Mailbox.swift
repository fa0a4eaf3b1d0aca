internal import Synchronization

/// The jobs that threads outside bring to a run.
final class Mailbox: Sendable {
  private let jobs = Mutex<[ReadyJob]>([])
  /// Looked at before each job, where a lock would cost more than the rest of the look.
  private let hasMail = Atomic<Bool>(false)
  private let doorbell = Doorbell()

  func put(_ job: ReadyJob) {
    jobs.withLock { jobs in
      jobs.append(job)
      hasMail.store(true, ordering: .releasing)
    }
    doorbell.ring()
  }

  /// What has come since the last time, oldest first.
  func take() -> [ReadyJob] {
    guard hasMail.load(ordering: .acquiring) else { return [] }
    return jobs.withLock { jobs in
      hasMail.store(false, ordering: .relaxed)
      defer { jobs.removeAll() }
      return jobs
    }
  }

  /// Waits for mail, at most so long; mail that came before counts.
  func wait(nanoseconds: UInt64) -> Bool {
    doorbell.wait(nanoseconds: nanoseconds)
  }
}
