// wrong: waits for each worker before it starts the next
// rejected by: three workers are at work at once as wrong

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>(capacity: jobs.count)
  for job in jobs { await queue.send(job) }
  queue.close()
  for _ in 0..<workers {
    for await job in queue { await results.send(await work(job)) }
  }
  results.close()
}
