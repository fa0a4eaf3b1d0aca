// wrong: has three workers, however many are asked for
// rejected by: three workers are at work at once as wrong
public import Channels

/// A variant of 6.2.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>(capacity: jobs.count)
  for job in jobs { await queue.send(job) }
  queue.close()
  let crew = (1...3).map { _ in
    Task {
      while let job = await queue.receive() { await results.send(await work(job)) }
    }
  }
  for member in crew { await member.value }
  results.close()
}
