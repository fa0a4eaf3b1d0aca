// wrong: goes home after an hour without a job
// rejected by: jobs that come late are worked on too as wrong
public import Channels

/// A variant of 6.1.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  while let job: Int = await select({
    Receive(from: jobs); After(.seconds(3600)) { nil }
  }) {
    await results.send(await work(job))
  }
}
