// wrong: the first error cancels the other workers
// rejected by: a failure does not disturb the others as wrong

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
  let queue = Channel<Int>(capacity: jobs.count)
  for job in jobs { await queue.send(job) }
  queue.close()
  try? await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<workers {
      group.addTask {
        for await job in queue {
          do {
            await outcomes.send(Outcome(job: job, result: .success(try await work(job))))
          } catch {
            await outcomes.send(Outcome(job: job, result: .failure(error)))
            throw error
          }
        }
      }
    }
    for try await _ in group {}
  }
  outcomes.close()
}
