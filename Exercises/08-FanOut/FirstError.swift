/// Runs all jobs at the same time; the first error cancels the rest.
///
/// Every job begins at once and is called exactly once, even if another one has already failed or
/// the caller is already cancelled. If no job throws, the call returns as soon as the last one has
/// ended.
///
/// When a job throws, all others are cancelled at that moment. A cancelled job may need time to
/// stop: the call waits until every job has ended, and only then throws. It throws the error that
/// came first, even if that is a `CancellationError`. Errors that come later are dropped. If two
/// jobs throw at the same moment, either error may be the first.
///
/// If the caller is cancelled, all jobs are cancelled, and the call still waits for all of them. In
/// this case, too, it throws the first error of a job, or nothing if no job throws. Nothing you
/// start outlives the call.
///
///     // The tea fails after 3 s; the silk, which needs a minute, is cancelled then.
///     try await runAll([{ try await unload("tea") }, { try await unload("silk") }])  // throws Wet
///
/// - Parameter jobs: The jobs to run; there may be none.
/// - Throws: The first error of a job.
public func runAll(_ jobs: [@Sendable () async throws -> Void]) async throws {
  // TODO(8.4): How do the other jobs learn of the first error, and who waits for all of them?
}
