// wrong: takes the next job while it works on this one
// rejected by: a result is sent before the next job is taken as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  async let first = jobs.receive()
  var job = await first
  while let current = job {
    async let following = jobs.receive()
    await results.send(await work(current))
    job = await following
  }
}
