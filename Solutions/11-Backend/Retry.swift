import Channels

/// Tries an operation until it succeeds, at most `attempts` times, with longer and longer pauses.
///
/// The first try begins at once. After the first failure the pause is 1 s, and each further pause
/// is twice as long: 2 s, 4 s, 8 s, and so on. A pause begins when a try has failed. There is no
/// pause after the last try: the call throws its error at once. The first success is returned at
/// once, and the operation is not called again.
///
/// If the caller is cancelled during a pause, the call throws `CancellationError` at once. If it is
/// cancelled during a try, the operation is cancelled, and the call waits until it has ended. If
/// the operation returns a value, so does the call. If it throws, the call throws this error or
/// `CancellationError`, at once. In a cancelled task, no further try begins. It is up to you
/// whether the first try begins, and whether the next try begins if its pause ends at the moment of
/// the cancellation.
///
/// As long as the caller is not cancelled, a `CancellationError` that the operation throws is an
/// error like any other. Nothing that you start outlives the call.
///
///     // The radio answers the fourth call. Each call takes no time.
///     try await retry(attempts: 9) { try await radio.call("pilot") }   // after 1 + 2 + 4 s
///
/// - Parameters:
///   - attempts: How many times to try in all; at least one.
///   - operation: What to try.
/// - Returns: What the operation returns when it succeeds.
/// - Throws: The error of the last try, or `CancellationError` if the caller is cancelled.
public func retry<Success: Sendable>(
  attempts: Int, _ operation: @escaping @Sendable () async throws -> Success
) async throws -> Success {
  var pause = Duration.seconds(1)
  for _ in 1..<attempts {
    do {
      return try await operation()
    } catch {
      // Whether to stop is not a question of the error: an operation may throw `CancellationError`
      // by itself, or another error because it was cancelled. The sleep asks this task. If it is
      // cancelled, before or during the pause, it throws at once; `try?` here would swallow that.
      try await Task.sleep(for: pause)
      try Task.checkCancellation()
      pause *= 2
    }
  }
  // The last try stands outside the loop, so no pause can follow it. In Go: a `select` on
  // `time.After(pause)` and `ctx.Done()`.
  return try await operation()
}
