// wrong: takes the results in the order in which they come
// rejected by: results stand in the order of the jobs as wrong

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  await withTaskGroup(of: Output.self) { group in
    var outputs: [Output] = []
    for (index, job) in jobs.enumerated() {
      if index >= workers, let output = await group.next() { outputs.append(output) }
      group.addTask { await work(job) }
    }
    for await output in group { outputs.append(output) }
    return outputs
  }
}
