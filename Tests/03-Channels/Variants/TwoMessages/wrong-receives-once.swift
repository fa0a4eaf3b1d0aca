// wrong: receives the first message only; the sender is left behind with the second
// rejected by: both words arrive in order as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  Task {
    await messages.send(first)
    await messages.send(second)
  }
  return await messages.receive() ?? ""
}
