// wrong: sees a job and tries to take it, and takes a job that is gone for the end of all jobs
// rejected by: a job that comes late is worked on at once as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  for output in outputs {
    Task {
      while let job = await nextJob(jobs) { await output.send(await work(job)) }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}

private func nextJob<Job: Sendable>(_ jobs: ReceiveChannel<Job>) async -> Job? {
  if jobs.count > 0 {
    guard case .element(let job) = jobs.tryReceive() else { return nil }
    return job
  }
  return await jobs.receive()
}
