// wrong: closes all outputs when the last worker is done
// rejected by: each output closes as soon as its worker is done as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task {
    await withTaskGroup { group in
      for output in outputs {
        group.addTask {
          for await job in jobs { await output.send(await work(job)) }
        }
      }
    }
    for output in outputs { output.close() }
  }
  return outputs.map(\.receiveOnly)
}
