// wrong: begins the next job only when the oldest has ended, so that a slow one holds up the rest
// rejected by: a slow job holds up no other as wrong

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  var tasks: [Task<Output, Never>] = []
  for (index, job) in jobs.enumerated() {
    if index >= workers { _ = await tasks[index - workers].value }
    tasks.append(Task { await work(job) })
  }
  var outputs: [Output] = []
  for task in tasks { outputs.append(await task.value) }
  return outputs
}
