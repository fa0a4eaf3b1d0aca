// wrong: sees room for a result and tries to send it, but another worker may take the room first
// rejected by: nine jobs give nine results, then no more as wrong
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
        for await job in queue {
          let result = await work(job)
          if results.count < results.capacity {
            _ = results.trySend(result)
          } else {
            await results.send(result)
          }
        }
      }
    }
    for job in jobs { await queue.send(job) }
    queue.close()
  }
  results.close()
}
