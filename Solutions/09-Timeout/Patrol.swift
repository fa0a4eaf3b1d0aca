/// Walks round after round, with a pause after each, until the task is cancelled.
///
/// Cancellation during a pause ends the patrol at once. After a cancellation during a round, the
/// call waits until that round has ended, and then the patrol ends without a pause. In a task that
/// is already cancelled, no round begins. A round that is about to begin when the cancellation
/// comes may begin.
///
///     let rounds = await patrol(pause: .seconds(600)) { await watchman.walk() }
///
/// - Parameters:
///   - pause: How long to rest between two rounds.
///   - round: Walks one round.
/// - Returns: How many rounds were walked.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  // Nothing ends a task from outside: the loop itself must check. In Go: `case <-ctx.Done():`.
  while !Task.isCancelled {
    await round()
    rounds += 1
    // A cancelled sleep ends at once, by throwing. `try?` alone would go on to the next round; here
    // the loop checks first.
    try? await Task.sleep(for: pause)
  }
  return rounds
}
