public import Channels

/// Counts sheep aloud: sends "1 sheep", "2 sheep" and so on, one each half second, then closes.
///
/// The first is sent at once. When the last has been sent, the channel is closed, and the count
/// returns; it is the only one that sends on this channel.
///
///     await countSheep(upTo: 2, into: meadow.sendOnly)   // "1 sheep", "2 sheep", then closed
///
/// - Parameters:
///   - number: How many sheep there are; with 0, the channel is closed at once.
///   - messages: Where the count goes.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  // TODO(3.8): How does whoever listens learn that this was the last sheep?
}
