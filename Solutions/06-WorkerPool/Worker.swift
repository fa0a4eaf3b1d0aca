public import Channels

/// Works on one job after the other: sends `work(job)` to `results` for each of `jobs`.
///
/// A result is sent before the next job is taken. Returns once `jobs` is closed and drained. It
/// leaves `results` open, because other workers may still send there. If the caller is cancelled,
/// none of this has to hold.
///
///     // jobs: 7, 2, then closed; results: 14, 4, still open
///     await worker(jobs: jobs, results: results) { $0 * 2 }
///
/// - Parameters:
///   - jobs: Where the jobs arrive, some of them late.
///   - results: Where the results go.
///   - work: Turns a job into its result.
public func worker(
  jobs: ReceiveChannel<Int>, results: SendChannel<Int>, work: @escaping @Sendable (Int) async -> Int
) async {
  // The loop waits for late jobs and ends by itself once `jobs` is closed and drained. There is no
  // `results.close()` after it: this worker cannot know whether another one still has to send.
  for await job in jobs {
    await results.send(await work(job))
  }
}
