public import Channels

/// Sends two words on `messages`, one after the other, and returns the next two messages, joined.
///
/// The words are sent by another task, each as a message of its own. The next two messages that
/// arrive here are joined by a space, in the order in which they arrive: the two words, unless
/// older messages lie in the channel. The channel stays open, and nothing that you start is left.
///
///     await sayInTwoMessages("Ahoy", "sailor", over: Channel())   // "Ahoy sailor"
///
/// - Parameters:
///   - first: The word to send first.
///   - second: The word to send after it.
///   - messages: What sender and receiver meet on.
/// - Returns: The two messages that were received.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  // TODO(3.2): How many tasks send, when the second word must not overtake the first?
  return ""
}
