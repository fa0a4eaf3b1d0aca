// wrong: returns the two words whatever was received
// rejected by: both words arrive in order as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  async let s: Void = {
    await messages.send(first); await messages.send(second)
  }()
  _ = await messages.receive(); _ = await messages.receive()
  await s
  return "\(first) \(second)"
}
