// right: one task with a group, a child for each output

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task.detached {
    await withTaskGroup { group in
      for output in outputs {
        group.addTask {
          for await job in jobs { await output.send(await work(job)) }
          output.close()
        }
      }
    }
  }
  return outputs.map { $0.receiveOnly }
}
