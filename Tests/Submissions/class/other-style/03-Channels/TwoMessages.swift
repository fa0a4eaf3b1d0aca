public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  let one = Task { await messages.send(first) }
  let two = Task {
    _ = await one.value
    await messages.send(second)
  }
  let sentence = [await messages.receive(), await messages.receive()]
  await two.value
  return sentence.compactMap(\.self).joined(separator: " ")
}
