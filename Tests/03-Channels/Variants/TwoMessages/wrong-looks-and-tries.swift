// wrong: looks for room and then tries to send; the room may be gone, and its second word is lost
// rejected by: both words arrive in order as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  if messages.count + 2 <= messages.capacity {
    _ = messages.trySend(first)
    _ = messages.trySend(second)
    let one = await messages.receive() ?? ""
    let two = await messages.receive() ?? ""
    return one + " " + two
  }
  async let sender: Void = {
    await messages.send(first)
    await messages.send(second)
  }()
  let one = await messages.receive() ?? ""
  let two = await messages.receive() ?? ""
  await sender
  return one + " " + two
}
