// wrong: works on one job and goes home
// rejected by: each job gives its result as wrong

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  guard let job = await jobs.receive() else { return }
  await results.send(await work(job))
}
