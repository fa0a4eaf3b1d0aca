// right: workers send each result with its number over a channel

internal import Channels

/// Shares `jobs` among workers and returns the results in their order.
public func resultsInOrder<Job: Sendable, Output: Sendable>(
  of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) async -> Output
) async -> [Output] {
  let queue = Channel<(number: Int, job: Job)>()
  let results = Channel<(number: Int, output: Output)>(capacity: jobs.count)
  await withTaskGroup { group in
    for _ in 0..<workers {
      group.addTask {
        for await (number, job) in queue { _ = await results.send((number, await work(job))) }
      }
    }
    for (number, job) in jobs.enumerated() { await queue.send((number, job)) }
    queue.close()
  }
  results.close()
  var numbered: [(number: Int, output: Output)] = []
  for await result in results { numbered.append(result) }
  return numbered.sorted { $0.number < $1.number }.map(\.output)
}
