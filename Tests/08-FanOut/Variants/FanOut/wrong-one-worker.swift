// wrong: lets the first worker do everything
// rejected by: a slow job holds up no other worker as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task {
    for await job in jobs { await outputs[0].send(await work(job)) }
    for output in outputs { output.close() }
  }
  return outputs.map(\.receiveOnly)
}
