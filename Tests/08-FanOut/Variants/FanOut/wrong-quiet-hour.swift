// wrong: a worker ends when no job has come for an hour
// rejected by: a job that comes late is worked on at once as wrong
public import Channels

/// A variant of 8.1.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }

  for output in outputs {
    Task {
      while let job: Job = await select({
        Receive(from: jobs)
        After(.seconds(3_600)) { nil }
      }) {
        await output.send(await work(job))
      }
      output.close()
    }
  }

  return outputs.map(\.receiveOnly)
}
