// right: a task for each job in order, begun when a place is free

internal import Channels

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  let places = Channel<Void>(capacity: workers)
  var tasks: [Task<Output, Never>] = []
  for job in jobs {
    await places.send(())
    tasks.append(
      Task {
        let output = await work(job)
        _ = await places.receive()
        return output
      })
  }
  var outputs: [Output] = []
  for task in tasks { outputs.append(await task.value) }
  return outputs
}
