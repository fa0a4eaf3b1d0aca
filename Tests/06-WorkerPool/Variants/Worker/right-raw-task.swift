// right: a task of its own, waited for

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  let shift = Task {
    for await job in jobs {
      await results.send(await work(job))
    }
  }
  await shift.value
}
