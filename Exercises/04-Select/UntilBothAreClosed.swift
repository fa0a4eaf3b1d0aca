public import Channels

/// Forwards the crates of two barges to the quay, until both barges are empty for good.
///
/// A crate is forwarded as soon as it arrives, even if the other barge has none for a long time.
/// While no crate comes, the call waits; it does not poll. The crates of one barge stay in order.
/// When both channels are closed and everything from them has been sent to the quay, the call
/// returns. It leaves `quay` open, because others may send there.
///
/// While the quay has no room, the call does not take crates in advance: it never holds more than
/// one crate from the river and one from the canal.
///
/// If the caller is cancelled while the call waits for a crate or for room, the call returns at
/// once. A crate that it has not taken by then stays on its barge; a crate that it holds may be
/// lost. If the caller was cancelled before the call, the call does not wait for a crate or for
/// room; crates that are there may be forwarded or left, and while the quay is full, one crate of
/// each barge may be lost. Nothing that you start outlives the call.
///
///     // river: "hay" after 1 s, closed after 2 s; canal: "peat" after 5 s, then closed
///     await forward(river, canal, to: quay)   // "hay" after 1 s, "peat" and the return after 5 s
///
/// - Parameters:
///   - river: Where the crates of one barge arrive, until its sender closes the channel.
///   - canal: Where the crates of the other barge arrive, until its sender closes the channel.
///   - quay: Where all crates go.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  // TODO(4.4): One barge is empty for good. How do you go on waiting for the other one only?
}
