// wrong: rests in a task of its own, which nobody cancels
// rejected by: cancelled during a pause, it ends at once as wrong
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  while !Task.isCancelled {
    await round()
    rounds += 1
    await Task { try? await Task.sleep(for: pause) }.value
  }
  return rounds
}
