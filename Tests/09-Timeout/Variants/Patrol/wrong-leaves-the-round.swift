// wrong: returns in the middle of a round, which goes on by itself
// rejected by: cancelled during a round, it ends after that round as wrong
internal import Channels

/// A variant of 9.4.
public func patrol(
  pause: Duration, _ round: @escaping @Sendable () async -> Void
) async -> Int {
  var rounds = 0
  while !Task.isCancelled {
    let walked = Channel<Bool>(capacity: 1)
    Task {
      await round()
      await walked.send(true)
    }
    guard await walked.receive() != nil else { return rounds }
    rounds += 1
    try? await Task.sleep(for: pause)
  }
  return rounds
}
