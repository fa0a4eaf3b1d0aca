// wrong: sorts by the place as text, so that 10 comes before 2
// rejected by: results stand in the order of the jobs as wrong
/// A variant of 6.4.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  return await withTaskGroup(of: (String, Output).self) { group in
    var all: [(String, Output)] = []
    for (i, job) in jobs.enumerated() {
      if i >= workers, let r = await group.next() { all.append(r) }
      group.addTask { ("\(i)", await work(job)) }
    }
    for await r in group { all.append(r) }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
