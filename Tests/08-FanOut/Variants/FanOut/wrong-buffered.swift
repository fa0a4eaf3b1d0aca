// wrong: takes the next job although nobody has received the last result
// rejected by: an output that nobody reads stops only its own worker as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>(capacity: 1) }
  for output in outputs {
    Task {
      for await job in jobs { await output.send(await work(job)) }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}
