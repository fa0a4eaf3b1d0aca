// right: a wait group, as in Go

public import Channels

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let queue = Channel<Int>()
  let atWork = WaitGroup()
  for _ in 0..<workers {
    atWork.add()
    Task {
      defer { atWork.done() }
      while let job = await queue.receive() { await results.send(await work(job)) }
    }
  }
  for job in jobs { await queue.send(job) }
  queue.close()
  await atWork.wait()
  results.close()
}
