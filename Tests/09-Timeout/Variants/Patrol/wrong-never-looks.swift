// wrong: never looks whether it was cancelled; its sleeps end at once from then on
// rejected by: cancelled during a pause, it ends at once as stuck
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  while rounds < Int.max {
    await round()
    rounds += 1
    try? await Task.sleep(for: pause)
  }
  return rounds
}
