// wrong: walks a round before it looks for the first time
// rejected by: cancelled before it begins, it walks no round as wrong
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  repeat {
    await round()
    rounds += 1
    try? await Task.sleep(for: pause)
  } while !Task.isCancelled
  return rounds
}
