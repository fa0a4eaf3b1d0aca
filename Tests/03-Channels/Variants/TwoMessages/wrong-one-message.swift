// wrong: sends both words as one message
// rejected by: each word is a message of its own as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  async let sent = messages.send("\(first) \(second)")
  let sentence = await messages.receive() ?? ""
  _ = await sent
  return sentence
}
