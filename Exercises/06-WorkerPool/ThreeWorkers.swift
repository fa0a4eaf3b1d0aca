public import Channels

/// Shares `jobs` among workers, sends `work(job)` to `results` for each, and closes `results`.
///
/// The jobs wait in one queue: a worker that is free takes the next one. Each worker sends a result
/// as soon as it has it, and before it takes another job. `results` is closed after the last one,
/// even if there was no job at all. Returns when everything has ended. If the caller is cancelled,
/// none of this has to hold.
///
///     // two workers, 3 s a job: two results after 3 s, two after 6 s, then closed
///     await processJobs([5, 6, 7, 8], workers: 2, results: results) { await weigh($0) }
///
/// - Parameters:
///   - jobs: The jobs to do.
///   - workers: How many workers there are; at least one. A worker need not be one task: it is
///     a place for one job, and free again when the result has been sent.
///   - results: Where the results go, in any order.
///   - work: Turns a job into its result.
public func processJobs(
  _ jobs: [Int], workers: Int, results: SendChannel<Int>,
  work: @escaping @Sendable (Int) async -> Int
) async {
  // TODO(6.2): When the queue is empty, who knows that the last result has been sent?
}
