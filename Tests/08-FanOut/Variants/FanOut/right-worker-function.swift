// right: a function that starts one worker, as in Go

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  (0..<workers).map { _ in startWorker(jobs, work) }
}

private func startWorker<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, _ work: @escaping @Sendable (Job) async -> Output
) -> ReceiveChannel<Output> {
  let output = Channel<Output>()
  Task {
    defer { output.close() }
    while let job = await jobs.receive() {
      let result = await work(job)
      await output.send(result)
    }
  }
  return output.receiveOnly
}
