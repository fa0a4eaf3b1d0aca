// wrong: cancels the sender, so that a word that nobody has received yet is lost
// rejected by: it does not leave its sender behind as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  let sender = Task {
    await messages.send(first)
    await messages.send(second)
  }
  var received: [String] = []
  for await message in messages {
    received.append(message)
    if received.count == 2 { break }
  }
  sender.cancel()
  await sender.value
  return received.joined(separator: " ")
}
