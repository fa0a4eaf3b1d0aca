public import Channels

/// The outcome of one job.
public struct Outcome: Sendable {
  /// The job.
  public let job: Int
  /// Its result, or the error that `work` threw.
  public let result: Result<Int, any Error>

  /// Records the outcome of a job.
  public init(job: Int, result: Result<Int, any Error>) {
    self.job = job
    self.result = result
  }
}

/// Shares `jobs` among workers and sends the outcome of each; `work` may fail.
///
/// Each job is attempted once, by the next free worker. If a job fails, its outcome is the error.
/// The failure has no other effect: its worker takes the next job, and the others work on
/// undisturbed. `outcomes` is closed after the last one. Returns when everything has ended. If the
/// caller is cancelled, none of this has to hold.
///
///     // job 0 throws: outcomes 8 and an error, in some order, then closed
///     await attemptJobs([0, 2], workers: 2, outcomes: outcomes) { try await divide(16, by: $0) }
///
/// - Parameters:
///   - jobs: The jobs to do.
///   - workers: How many work at the same time; at least one.
///   - outcomes: Where the outcomes go, in any order.
///   - work: Turns a job into its result, or throws.
public func attemptJobs(
  _ jobs: [Int], workers: Int, outcomes: SendChannel<Outcome>,
  work: @escaping @Sendable (Int) async throws -> Int
) async {
  // TODO(6.5): Where do you catch an error, so that only its own job is lost?
}
