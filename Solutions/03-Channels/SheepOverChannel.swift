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
  for sheep in 0..<number {
    // Between two sheep, not after the last one.
    if sheep > 0 { try? await Task.sleep(for: .milliseconds(500)) }
    await messages.send("\(sheep + 1) sheep")
  }
  // Without this, a listener with a `for await` would wait for the next sheep forever.
  messages.close()
}
