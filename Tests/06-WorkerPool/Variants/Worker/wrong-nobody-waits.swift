// wrong: leaves the work to a task that nobody waits for
// rejected by: each job gives its result as wrong

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  Task {
    for await job in jobs {
      await results.send(await work(job))
    }
  }
}
