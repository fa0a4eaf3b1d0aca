// wrong: takes two equal jobs for one
// rejected by: each job has one outcome as wrong
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

/// A variant of 6.5.
public func attemptJobs(
  _ jobs: [Int], workers: Int, outcomes: SendChannel<Outcome>,
  work: @escaping @Sendable (Int) async throws -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup(of: Void.self) { group in
    for _ in 1...workers {
      group.addTask {
        for await job in queue {
          do { await outcomes.send(Outcome(job: job, result: .success(try await work(job)))) } catch
          { await outcomes.send(Outcome(job: job, result: .failure(error))) }
        }
      }
    }
    for job in Set(jobs) { await queue.send(job) }
    queue.close()
  }
  outcomes.close()
}
