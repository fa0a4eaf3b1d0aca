// wrong: does not send a result that equals the one before
// rejected by: each job gives its result as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  var last: Int?
  for await job in jobs {
    let r = await work(job)
    if r != last { await results.send(r) }
    last = r
  }
}
