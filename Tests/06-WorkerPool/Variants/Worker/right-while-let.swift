// right: receives by hand until nil

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  while let job = await jobs.receive() {
    let result = await work(job)
    await results.send(result)
  }
}
