// wrong: 64 workers work, and no others
// rejected by: each job has one outcome as wrong
public import Channels

public struct Outcome: Sendable {
  public let job: Int
  public let result: Result<Int, any Error>

  public init(job: Int, result: Result<Int, any Error>) {
    self.job = job
    self.result = result
  }
}

public func attemptJobs(
  _ jobs: [Int], workers: Int, outcomes: SendChannel<Outcome>,
  work: @escaping @Sendable (Int) async throws -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<min(workers, 64) {
      group.addTask {
        for await job in queue {
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
    queue.close()
  }
  outcomes.close()
}
