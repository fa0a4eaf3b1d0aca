// wrong: gives each worker its share of the jobs in advance
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
  await withTaskGroup { group in
    for worker in 0..<workers {
      group.addTask {
        for index in stride(from: worker, to: jobs.count, by: workers) {
          let attempt = Task { try await work(jobs[index]) }
          await outcomes.send(Outcome(job: jobs[index], result: await attempt.result))
        }
      }
    }
  }
  outcomes.close()
}
