// wrong: keeps all results until the last job is done
// rejected by: it works on one job after the other as wrong

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  var finished: [Int] = []
  for await job in jobs {
    finished.append(await work(job))
  }
  for result in finished {
    await results.send(result)
  }
}
