// right: a raw task that sends both
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  let sender = Task {
    for word in [first, second] { await messages.send(word) }
  }
  let one = await messages.receive() ?? ""
  let two = await messages.receive() ?? ""
  await sender.value
  return "\(one) \(two)"
}
