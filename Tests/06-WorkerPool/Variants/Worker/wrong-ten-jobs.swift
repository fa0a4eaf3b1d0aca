// wrong: works on ten jobs at most
// rejected by: each job gives its result as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  for _ in 0..<10 {
    guard let job = await jobs.receive() else { return }; await results.send(await work(job))
  }
}
