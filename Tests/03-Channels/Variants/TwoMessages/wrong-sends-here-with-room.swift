// wrong: sends both words itself where the buffer has room for two, though older messages may fill it
// rejected by: both words arrive in order as deadlocked
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  if messages.capacity >= 2 {
    await messages.send(first)
    await messages.send(second)
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
