public import Channels

/// Counts sheep aloud: sends "1 sheep", "2 sheep" and so on, one every half second, then closes.
///
/// The first message is sent at once. When the last message has been sent, the channel is closed,
/// and the function returns; no other task sends on this channel. After a message that was received
/// late, the next one may come half a second later, or when it would have come without the delay.
///
///     await countSheep(upTo: 2, into: meadow.sendOnly)   // "1 sheep", "2 sheep", then closed
///
/// - Parameters:
///   - number: How many sheep there are; with 0, the channel is closed at once.
///   - messages: The channel to send the count on.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  // TODO(3.8): How does a listener learn that this was the last sheep?
}
