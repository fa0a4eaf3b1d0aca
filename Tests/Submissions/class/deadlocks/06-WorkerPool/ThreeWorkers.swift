public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        for await job in queue { await results.send(await work(job)) }
      }
    }
    for job in jobs { await queue.send(job) }
    queue.close()
  }
}
