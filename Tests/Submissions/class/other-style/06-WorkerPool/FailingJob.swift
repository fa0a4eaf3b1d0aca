// right: a task group that starts the next job when one has ended

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
  await withTaskGroup(of: Void.self) { group in
    for (index, job) in jobs.enumerated() {
      if index >= workers { await group.next() }
      group.addTask {
        do {
          let result = try await work(job)
          await outcomes.send(Outcome(job: job, result: .success(result)))
        } catch {
          await outcomes.send(Outcome(job: job, result: .failure(error)))
        }
      }
    }
  }
  outcomes.close()
}
