public import Channels

private actor Desk {
  private var jobs: [Int]

  init(_ jobs: [Int]) { self.jobs = jobs.reversed() }

  func next() -> Int? { jobs.popLast() }
}

/// Shares `jobs` among workers.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  let desk = Desk(jobs)
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        while let job = await desk.next() { await results.send(await work(job)) }
      }
    }
  }
  results.close()
}
