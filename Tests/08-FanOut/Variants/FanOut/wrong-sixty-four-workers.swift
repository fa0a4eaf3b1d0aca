// wrong: 64 workers work, and the outputs of the others are closed
// rejected by: a slow job holds up no other worker as wrong
public import Channels

public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }

  for output in outputs.dropFirst(64) { output.close() }
  for output in outputs.prefix(64) {
    Task {
      for await job in jobs {
        await output.send(await work(job))
      }
      output.close()
    }
  }

  return outputs.map(\.receiveOnly)
}
