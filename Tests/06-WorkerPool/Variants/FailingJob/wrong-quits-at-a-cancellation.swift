// wrong: a worker ends when the work throws a CancellationError
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
  let queue = Channel<Int>(capacity: jobs.count)
  for job in jobs { await queue.send(job) }
  queue.close()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        for await job in queue {
          do {
            await outcomes.send(Outcome(job: job, result: .success(try await work(job))))
          } catch {
            await outcomes.send(Outcome(job: job, result: .failure(error)))
            if error is CancellationError { return }
          }
        }
      }
    }
  }
  outcomes.close()
}
