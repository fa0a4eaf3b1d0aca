// wrong: does not send the result 0
// rejected by: nine jobs give nine results, then no more as wrong
public import Channels

/// A variant of 6.2.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>()
  await withTaskGroup(of: Void.self) { group in
    for _ in 1...workers {
      group.addTask {
        for await job in queue { let r = await work(job); if r != 0 { await results.send(r) } }
      }
    }
    for job in jobs { await queue.send(job) }
    queue.close()
  }
  results.close()
}
