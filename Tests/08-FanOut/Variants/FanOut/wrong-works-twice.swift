// wrong: calls `work` once to look at the result and once to send it
// rejected by: each job is done once, and its result is sent once as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  for output in outputs {
    Task {
      for await job in jobs {
        print("job done: \(await work(job))")
        await output.send(await work(job))
      }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}
