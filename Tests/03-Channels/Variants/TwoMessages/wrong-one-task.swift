// wrong: sends before it receives, in one task, so that the first send waits for ever
// rejected by: both words arrive in order as deadlocked
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  await messages.send(first)
  await messages.send(second)
  let one = await messages.receive() ?? ""
  let two = await messages.receive() ?? ""
  return "\(one) \(two)"
}
