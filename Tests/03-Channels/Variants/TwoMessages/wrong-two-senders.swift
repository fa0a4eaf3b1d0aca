// wrong: a task for each word, so that the second may overtake the first
// rejected by: both words arrive in order as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  async let one = messages.send(first)
  async let two = messages.send(second)
  var received: [String] = []
  for _ in 1...2 {
    if let message = await messages.receive() { received.append(message) }
  }
  _ = await (one, two)
  return received.joined(separator: " ")
}
