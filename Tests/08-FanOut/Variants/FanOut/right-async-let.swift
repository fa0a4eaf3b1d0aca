// right: `async let`, by recursion: each call serves one output

public import Channels

/// Starts workers that share one queue of jobs.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }
  Task { await serve(outputs[...], jobs, work) }
  return outputs.map(\.receiveOnly)
}

private func serve<Job: Sendable, Output: Sendable>(
  _ outputs: ArraySlice<Channel<Output>>, _ jobs: ReceiveChannel<Job>,
  _ work: @escaping @Sendable (Job) async -> Output
) async {
  guard let output = outputs.first else { return }
  async let others: Void = serve(outputs.dropFirst(), jobs, work)
  for await job in jobs {
    await output.send(await work(job))
  }
  output.close()
  await others
}
