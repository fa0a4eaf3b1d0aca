// wrong: returns what is there when the last job has begun
// rejected by: results stand in the order of the jobs as wrong

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  await withTaskGroup(of: (index: Int, output: Output).self) { group in
    var outputs: [Output?] = Array(repeating: nil, count: jobs.count)
    for (index, job) in jobs.enumerated() {
      if index >= workers, let done = await group.next() { outputs[done.index] = done.output }
      group.addTask { (index, await work(job)) }
    }
    return outputs.compactMap(\.self)
  }
}
