// right: an actor for each worker

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  (0..<workers).map { _ in
    let worker = Worker(jobs: jobs, work: work)
    Task { await worker.run() }
    return ReceiveChannel(worker.output)
  }
}

private actor Worker<Job: Sendable, Output: Sendable> {
  nonisolated let output = Channel<Output>()
  private let jobs: ReceiveChannel<Job>
  private let work: @Sendable (Job) async -> Output

  init(jobs: ReceiveChannel<Job>, work: @escaping @Sendable (Job) async -> Output) {
    self.jobs = jobs
    self.work = work
  }

  func run() async {
    for await job in jobs { await output.send(await work(job)) }
    output.close()
  }
}
