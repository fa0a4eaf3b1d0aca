// wrong: leaves out a second word that is empty, and the space before it
// rejected by: both words arrive in order as wrong

public import Channels

/// Sends two words on `messages`, one after the other, and returns the next two messages, joined.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  async let sender: Void = {
    await messages.send(first)
    await messages.send(second)
  }()
  let one = await messages.receive() ?? ""
  let two = await messages.receive() ?? ""
  await sender
  return two.isEmpty ? one : one + " " + two
}
