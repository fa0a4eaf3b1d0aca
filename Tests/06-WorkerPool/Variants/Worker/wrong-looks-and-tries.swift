// wrong: looks for room and then tries to send; the room may be gone, and the result is lost
// rejected by: each job gives its result as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  for await job in jobs {
    let result = await work(job)
    if results.count < results.capacity {
      _ = results.trySend(result)
    } else {
      await results.send(result)
    }
  }
}
