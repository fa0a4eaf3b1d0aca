// right: raw tasks and a buffered queue

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>(capacity: jobs.count)
  for job in jobs { await queue.send(job) }
  queue.close()
  let crew = (0..<workers).map { _ in
    Task {
      for await job in queue { await results.send(await work(job)) }
    }
  }
  for worker in crew { await worker.value }
  results.close()
}
