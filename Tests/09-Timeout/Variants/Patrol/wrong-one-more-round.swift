// wrong: looks before the pause, and walks one more round after it
// rejected by: cancelled during a pause, it ends at once as wrong
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  while true {
    await round()
    rounds += 1
    if Task.isCancelled { return rounds }
    try? await Task.sleep(for: pause)
  }
}
