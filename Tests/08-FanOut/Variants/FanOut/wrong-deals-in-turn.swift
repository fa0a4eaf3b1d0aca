// wrong: deals the jobs out in turn, each worker with a queue of its own
// rejected by: a slow job holds up no other worker as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let queues = (0..<workers).map { _ in Channel<Job>(capacity: 100) }
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task {
    var next = 0
    for await job in jobs {
      await queues[next % workers].send(job)
      next += 1
    }
    for queue in queues { queue.close() }
  }
  for (queue, output) in zip(queues, outputs) {
    Task {
      for await job in queue { await output.send(await work(job)) }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}
