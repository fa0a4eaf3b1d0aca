// wrong: begins new jobs only when every worker is free
// rejected by: a worker goes on after a failure as wrong

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
  for start in stride(from: 0, to: jobs.count, by: workers) {
    await withTaskGroup { group in
      for job in jobs[start...].prefix(workers) {
        group.addTask {
          let attempt = Task { try await work(job) }
          await outcomes.send(Outcome(job: job, result: await attempt.result))
        }
      }
    }
  }
  outcomes.close()
}
