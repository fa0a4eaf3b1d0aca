// wrong: without a pause it walks one round only
// rejected by: the patrol has no end of its own as wrong
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  repeat {
    if Task.isCancelled { return rounds }
    await round()
    rounds += 1
    if pause == .zero { return rounds }
    try? await Task.sleep(for: pause)
  } while !Task.isCancelled
  return rounds
}
