// wrong: has three workers, however many are asked for
// rejected by: the workers work at the same time as wrong
/// A variant of 6.4.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  return await withTaskGroup(of: (Int, Output).self) { group in
    var all: [(Int, Output)] = []
    for (i, job) in jobs.enumerated() {
      if i >= 3, let r = await group.next() { all.append(r) }
      group.addTask { (i, await work(job)) }
    }
    for await r in group { all.append(r) }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
