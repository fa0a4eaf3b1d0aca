// wrong: keeps the order by doing one job at a time
// rejected by: the workers work at the same time as wrong

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  var outputs: [Output] = []
  for job in jobs { outputs.append(await work(job)) }
  return outputs
}
