// wrong: gives all workers the same output
// rejected by: an output that nobody reads stops only its own worker as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let output = Channel<Output>()
  Task {
    await withTaskGroup { group in
      for _ in 0..<workers {
        group.addTask {
          for await job in jobs { await output.send(await work(job)) }
        }
      }
    }
    output.close()
  }
  return Array(repeating: output.receiveOnly, count: workers)
}
