// wrong: has four workers at most
// rejected by: three workers are at work at once as wrong
public import Channels

/// A variant of 6.2.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup(of: Void.self) { group in
    for _ in 1...min(workers, 4) {
      group.addTask { for await job in queue { await results.send(await work(job)) } }
    }
    for job in jobs { await queue.send(job) }
    queue.close()
  }
  results.close()
}
