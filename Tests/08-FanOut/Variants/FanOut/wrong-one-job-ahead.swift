// wrong: a task in between takes one more job while all workers are busy
// rejected by: an output that nobody reads stops only its own worker as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  let ready = Channel<Job>()
  Task {
    for await job in jobs { await ready.send(job) }
    ready.close()
  }
  for output in outputs {
    Task {
      for await job in ready {
        await output.send(await work(job))
      }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}
