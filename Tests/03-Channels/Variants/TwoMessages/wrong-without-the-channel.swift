// wrong: joins the words without sending them
// rejected by: each word is a message of its own as wrong
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  "\(first) \(second)"
}
