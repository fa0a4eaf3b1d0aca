// right: raw tasks, an error inside the loop

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
  let crew = (0..<workers).map { _ in
    Task {
      while let job = await queue.receive() {
        await outcomes.send(await attempt(job, work))
      }
    }
  }
  for member in crew { await member.value }
  outcomes.close()
}

private func attempt(_ job: Int, _ work: (Int) async throws -> Int) async -> Outcome {
  do {
    return Outcome(job: job, result: .success(try await work(job)))
  } catch {
    return Outcome(job: job, result: .failure(error))
  }
}
