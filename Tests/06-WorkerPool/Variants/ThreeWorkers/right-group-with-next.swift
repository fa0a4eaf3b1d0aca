// right: a task group that starts the next job when one has ended

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  await withTaskGroup(of: Void.self) { group in
    for (index, job) in jobs.enumerated() {
      if index >= workers { await group.next() }
      group.addTask { await results.send(await work(job)) }
    }
  }
  results.close()
}
