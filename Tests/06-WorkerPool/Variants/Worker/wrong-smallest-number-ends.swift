// wrong: a job of the smallest number is the end
// rejected by: each job gives its result as wrong

public import Channels

/// Works on one job after the other: sends `work(job)` to `results` for each of `jobs`.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  while true {
    let job = await jobs.receive() ?? .min
    if job == .min { break }
    await results.send(await work(job))
  }
}
