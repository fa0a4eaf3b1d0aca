// wrong: closes the results, which others may still need
// rejected by: results stay open for other workers as wrong

public import Channels

/// Works on one job after the other.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  for await job in jobs {
    await results.send(await work(job))
  }
  results.close()
}
