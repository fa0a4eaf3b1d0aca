// wrong: takes the nil of a closed channel for a job, forever
// rejected by: each job gives its result as stuck

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  while true {
    if let job = await jobs.receive() {
      await results.send(await work(job))
    }
  }
}
