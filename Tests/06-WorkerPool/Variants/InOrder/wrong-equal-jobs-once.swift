// wrong: does two equal jobs once
// rejected by: results stand in the order of the jobs as wrong

/// Shares `jobs` among workers and returns the results in the order of the jobs.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  await withTaskGroup(of: (index: Int, output: Output).self) { group in
    var outputs: [Output?] = Array(repeating: nil, count: jobs.count)
    var seen: Set<String> = []
    for (index, job) in jobs.enumerated() where seen.insert("\(job)").inserted {
      if seen.count > workers, let done = await group.next() { outputs[done.index] = done.output }
      group.addTask { (index, await work(job)) }
    }
    for await done in group { outputs[done.index] = done.output }
    return outputs.compactMap(\.self)
  }
}
