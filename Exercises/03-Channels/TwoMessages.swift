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
  // TODO(3.2): How many tasks send, when the second word must not overtake the first?
  return ""
}
