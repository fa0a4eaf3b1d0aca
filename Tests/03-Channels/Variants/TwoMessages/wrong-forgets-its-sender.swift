// wrong: starts its sender and never waits for it
// rejected by: it does not leave its sender behind as leaked
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  Task {
    await messages.send(first)
    await messages.send(second)
  }
  var received: [String] = []
  for _ in 1...2 {
    if let message = await messages.receive() { received.append(message) }
  }
  return received.joined(separator: " ")
}
