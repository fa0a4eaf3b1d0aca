// wrong: ends its workers with a job of the smallest number
// rejected by: nine jobs give nine results, then no more as deadlocked

public import Channels

/// Shares `jobs` among workers, sends `work(job)` to `results` for each, and closes `results`.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        while let job = await queue.receive(), job != .min { await results.send(await work(job)) }
      }
    }
    for job in jobs {
      await queue.send(job)
    }
    for _ in 0..<workers { await queue.send(.min) }
  }
  results.close()
}
