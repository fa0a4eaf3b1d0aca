// wrong: starts as many tasks as there are jobs
// rejected by: three workers are at work at once as wrong

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  await withTaskGroup { group in
    for job in jobs {
      group.addTask { await results.send(await work(job)) }
    }
  }
  results.close()
}
