// wrong: takes an empty queue for the end of the jobs
// rejected by: a job that comes late is worked on at once as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  for output in outputs {
    Task {
      while case .element(let job) = jobs.tryReceive() { await output.send(await work(job)) }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}
