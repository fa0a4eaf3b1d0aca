public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  for await result in jobs.map({ await work($0) }) {
    await results.send(result)
  }
}
