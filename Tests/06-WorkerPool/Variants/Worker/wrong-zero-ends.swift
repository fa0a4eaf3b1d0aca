// wrong: takes the job 0 for the end
// rejected by: each job gives its result as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  while let job = await jobs.receive(), job != 0 { await results.send(await work(job)) }
}
