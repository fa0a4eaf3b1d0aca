// wrong: starts all jobs at once, however few the workers
// rejected by: the workers work at the same time as wrong

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  let tasks = jobs.map { job in Task { await work(job) } }
  var outputs: [Output] = []
  for task in tasks { outputs.append(await task.value) }
  return outputs
}
