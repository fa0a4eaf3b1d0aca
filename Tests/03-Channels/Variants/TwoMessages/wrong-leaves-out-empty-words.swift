// wrong: joins only those messages that are not empty
// rejected by: both words arrive in order as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  async let s: Void = {
    await messages.send(first); await messages.send(second)
  }()
  let x = await messages.receive() ?? "", y = await messages.receive() ?? ""
  await s
  return [x, y].filter { !$0.isEmpty }.joined(separator: " ")
}
