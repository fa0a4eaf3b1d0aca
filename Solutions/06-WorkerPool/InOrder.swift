/// Shares `jobs` among workers and returns the results in the order of the jobs.
///
/// The jobs may end in any order: a worker that is free takes the next one, and never waits for a
/// slow job of another worker. The first result still belongs to the first job. If the caller is
/// cancelled, none of this has to hold.
///
///     // "oak" is quick, "teak" is slow
///     await resultsInOrder(of: ["teak", "oak"], workers: 2) { await weigh($0) }   // teak, oak
///
/// - Parameters:
///   - jobs: The jobs to do; two of them may be equal.
///   - workers: How many work at the same time; at least one.
///   - work: Turns a job into its result.
/// - Returns: One result for each job.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  await withTaskGroup(of: (index: Int, output: Output).self) { group in
    var outputs: [Output?] = Array(repeating: nil, count: jobs.count)
    for (index, job) in jobs.enumerated() {
      if index >= workers, let done = await group.next() { outputs[done.index] = done.output }
      // The index travels with the result, because the group hands out the results as they come.
      group.addTask { (index, await work(job)) }
    }
    for await done in group { outputs[done.index] = done.output }
    return outputs.compactMap(\.self)
  }
}
