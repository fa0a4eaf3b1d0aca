// right: leaves the loop where the sleep throws
/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  do {
    while true {
      try Task.checkCancellation()
      await round()
      rounds += 1
      try await Task.sleep(for: pause)
    }
  } catch {
    return rounds
  }
}
