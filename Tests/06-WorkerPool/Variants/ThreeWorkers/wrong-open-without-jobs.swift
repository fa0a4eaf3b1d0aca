// wrong: does not close the results when there was no job
// rejected by: workers without a job do no harm as wrong

public import Channels

/// Shares `jobs` among workers, sends `work(job)` to `results` for each, and closes `results`.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  if jobs.isEmpty { return }
  let queue = Channel<Int>()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask { await worker(jobs: queue.receiveOnly, results: results, work: work) }
    }
    for job in jobs {
      await queue.send(job)
    }
    queue.close()
  }
  results.close()
}
