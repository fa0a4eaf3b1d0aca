// wrong: works on a job again when the result is 0
// rejected by: each job gives its result as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  for await job in jobs {
    var r = await work(job)
    if r == 0 { r = await work(job) }
    await results.send(r)
  }
}
