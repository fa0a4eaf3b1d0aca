// right: a task that hands each job to a worker that asks for one

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let requests = Channel<Channel<Job?>>()
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task {
    var left = workers
    while left > 0, let desk = await requests.receive() {
      let job = await jobs.receive()
      if job == nil { left -= 1 }
      await desk.send(job)
    }
  }
  for output in outputs {
    Task {
      let desk = Channel<Job?>(capacity: 1)
      while true {
        await requests.send(desk)
        guard let job = await desk.receive() ?? nil else { break }
        await output.send(await work(job))
      }
      output.close()
    }
  }
  return outputs.map(\.receiveOnly)
}
