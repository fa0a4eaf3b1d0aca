// wrong: 64 workers work at the same time at most
// rejected by: the workers work at the same time as wrong
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  await withTaskGroup(of: (index: Int, output: Output).self) { group in
    var outputs: [Output?] = Array(repeating: nil, count: jobs.count)
    for (index, job) in jobs.enumerated() {
      if index >= min(workers, 64), let done = await group.next() {
        outputs[done.index] = done.output
      }
      group.addTask { (index, await work(job)) }
    }
    for await done in group { outputs[done.index] = done.output }
    return outputs.compactMap(\.self)
  }
}
