// wrong: has a queue for ten jobs, and loses what finds no room
// rejected by: nine jobs give nine results, then no more as wrong
public import Channels

/// A variant of 6.2.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>(capacity: 10)
  for job in jobs { _ = queue.trySend(job) }
  queue.close()
  await withTaskGroup(of: Void.self) { group in
    for _ in 1...workers {
      group.addTask { for await job in queue { await results.send(await work(job)) } }
    }
  }
  results.close()
}
