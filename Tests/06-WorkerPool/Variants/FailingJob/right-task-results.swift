// right: the result of a task holds what it threw

public import Channels

/// What became of one job.
public struct Outcome: Sendable {
  /// The job.
  public let job: Int
  /// Its result, or the error that `work` threw.
  public let result: Result<Int, any Error>

  /// Notes what became of a job.
  public init(job: Int, result: Result<Int, any Error>) {
    self.job = job
    self.result = result
  }
}

/// Shares `jobs` among workers; `work` may fail.
public func attemptJobs(
  _ jobs: [Int], workers: Int, outcomes: SendChannel<Outcome>,
  work: @escaping @Sendable (Int) async throws -> Int
) async {
  let places = Channel<Void>(capacity: workers)
  let atWork = WaitGroup()
  for job in jobs {
    await places.send(())
    atWork.add()
    Task {
      defer { atWork.done() }
      let attempt = Task { try await work(job) }
      await outcomes.send(Outcome(job: job, result: await attempt.result))
      _ = await places.receive()
    }
  }
  await atWork.wait()
  outcomes.close()
}
