// wrong: the queue has room for 64 jobs, and is filled before there are workers
// rejected by: nine jobs give nine results, then no more as deadlocked
public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>(capacity: 64)
  for job in jobs { await queue.send(job) }
  queue.close()
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        while let job = await queue.receive() {
          await results.send(await work(job))
        }
      }
    }
  }
  results.close()
}
