// right: an actor hands out the jobs and keeps the results

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  let board = Board<Job, Output>(jobs)
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        while let (index, job) = await board.next() {
          await board.keep(await work(job), at: index)
        }
      }
    }
  }
  return await board.outputs
}

private actor Board<Job: Sendable, Output: Sendable> {
  private let jobs: [Job]
  private var position = 0
  private var results: [Int: Output] = [:]

  init(_ jobs: [Job]) { self.jobs = jobs }

  var outputs: [Output] { jobs.indices.compactMap { results[$0] } }

  func next() -> (Int, Job)? {
    guard position < jobs.count else { return nil }
    defer { position += 1 }
    return (position, jobs[position])
  }

  func keep(_ output: Output, at index: Int) {
    results[index] = output
  }
}
