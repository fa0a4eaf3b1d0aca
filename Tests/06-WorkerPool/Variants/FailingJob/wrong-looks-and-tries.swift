// wrong: sees room for an outcome and tries to send it, but another worker may take the room first
// rejected by: an outcome waits for a receiver as wrong

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
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        for await job in queue {
          let result: Result<Int, any Error>
          do { result = .success(try await work(job)) } catch { result = .failure(error) }
          let outcome = Outcome(job: job, result: result)
          if outcomes.count < outcomes.capacity {
            _ = outcomes.trySend(outcome)
          } else {
            await outcomes.send(outcome)
          }
        }
      }
    }
    for job in jobs { await queue.send(job) }
    queue.close()
  }
  outcomes.close()
}
