// wrong: keeps results by their jobs, so that two equal jobs get the result that came last
// rejected by: results stand in the order of the jobs as wrong
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  await withTaskGroup(of: (String, Output).self) { group in
    var results: [String: Output] = [:]
    for (started, job) in jobs.enumerated() {
      if started >= workers, let (name, result) = await group.next() { results[name] = result }
      group.addTask { (String(describing: job), await work(job)) }
    }
    for await (name, result) in group { results[name] = result }
    return jobs.compactMap { results[String(describing: $0)] }
  }
}
