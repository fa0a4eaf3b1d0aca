// wrong: closes a channel that others go on to use
// rejected by: the same channel serves again as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  async let sender: Void = {
    await messages.send(first)
    await messages.send(second)
    messages.close()
  }()
  var received: [String] = []
  for _ in 1...2 {
    if let message = await messages.receive() { received.append(message) }
  }
  await sender
  return received.joined(separator: " ")
}
