// wrong: keeps all results until the last job is done
// rejected by: a slow job holds up no other as wrong

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>(capacity: jobs.count)
  for job in jobs { await queue.send(job) }
  queue.close()
  let finished = await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        var mine: [Int] = []
        for await job in queue { mine.append(await work(job)) }
        return mine
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
  for result in finished { await results.send(result) }
  results.close()
}
