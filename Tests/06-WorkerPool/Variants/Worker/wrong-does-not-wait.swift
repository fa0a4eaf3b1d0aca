// wrong: ends when no job is there at the moment
// rejected by: jobs that come late are worked on too as wrong

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  while case .element(let job) = jobs.tryReceive() {
    await results.send(await work(job))
  }
}
