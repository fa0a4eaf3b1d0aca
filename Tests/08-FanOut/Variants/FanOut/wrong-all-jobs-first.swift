// wrong: collects all jobs and then splits them into equal parts
// rejected by: a job that comes late is worked on at once as wrong

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task {
    var all: [Job] = []
    for await job in jobs { all.append(job) }
    let size = (all.count + workers - 1) / workers
    for (number, output) in outputs.enumerated() {
      let part = all.dropFirst(number * size).prefix(size)
      Task {
        for job in part { await output.send(await work(job)) }
        output.close()
      }
    }
  }
  return outputs.map(\.receiveOnly)
}
