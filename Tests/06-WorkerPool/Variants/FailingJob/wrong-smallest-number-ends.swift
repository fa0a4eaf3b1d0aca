// wrong: ends its workers with a job of the smallest number
// rejected by: each job has one outcome as deadlocked

public import Channels

/// The outcome of one job.
public struct Outcome: Sendable {
  /// The job.
  public let job: Int
  /// Its result, or the error that `work` threw.
  public let result: Result<Int, any Error>

  /// Records the outcome of a job.
  public init(job: Int, result: Result<Int, any Error>) {
    self.job = job
    self.result = result
  }
}

/// Shares `jobs` among workers and sends the outcome of each; `work` may fail.
public func attemptJobs(
  _ jobs: [Int], workers: Int, outcomes: SendChannel<Outcome>,
  work: @escaping @Sendable (Int) async throws -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        while let job = await queue.receive(), job != .min {
          let result: Result<Int, any Error>
          do {
            result = .success(try await work(job))
          } catch {
            result = .failure(error)
          }
          await outcomes.send(Outcome(job: job, result: result))
        }
      }
    }
    for job in jobs {
      await queue.send(job)
    }
    for _ in 0..<workers { await queue.send(.min) }
  }
  outcomes.close()
}
