public import Channels

/// Sends two words on `messages`, one after the other, and returns the next two messages, joined.
///
/// Another task sends the words, each as a separate message. The next two messages that arrive here
/// are joined by a space, in the order in which they arrive: they are the two words, unless the
/// channel holds older messages. The channel stays open, and nothing that you start outlives the
/// call.
///
///     await sayInTwoMessages("Ahoy", "sailor", over: Channel())   // "Ahoy sailor"
///
/// - Parameters:
///   - first: The word to send first.
///   - second: The word to send after it.
///   - messages: The channel between the sender and the receiver.
/// - Returns: The two messages that were received.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  // One task sends both: its second send begins when the first has ended. Two tasks with one send
  // each could run in any order.
  async let sender: Void = {
    await messages.send(first)
    await messages.send(second)
  }()
  // Receiving takes turns with sending, so this needs no buffer.
  var received: [String] = []
  for _ in 1...2 {
    if let message = await messages.receive() { received.append(message) }
  }
  await sender
  return received.joined(separator: " ")
}
