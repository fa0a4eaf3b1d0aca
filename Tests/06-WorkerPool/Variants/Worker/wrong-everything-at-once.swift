// wrong: starts a task for each job, so that one worker works on many at once
// rejected by: it works on one job after the other as wrong

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  await withTaskGroup { group in
    for await job in jobs {
      group.addTask { await results.send(await work(job)) }
    }
  }
}
