// wrong: does not send a result of -1
// rejected by: nine jobs give nine results, then no more as wrong

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
        for await job in queue { let r = await work(job); if r != -1 { await results.send(r) } }
      }
    }
    for job in jobs {
      await queue.send(job)
    }
    queue.close()
  }
  results.close()
}
