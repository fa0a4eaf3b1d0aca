// wrong: counts the pause from the beginning of the round
// rejected by: there is a pause after each round as wrong

/// Walks round after round, with a pause after each, until the task is cancelled.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  while !Task.isCancelled {
    let begin = ContinuousClock.now
    await round()
    rounds += 1
    try? await Task.sleep(until: begin + pause, clock: .continuous)
  }
  return rounds
}
