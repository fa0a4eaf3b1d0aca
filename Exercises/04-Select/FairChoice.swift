public import Channels

/// Unloads crates from two barges with one crane, so that neither barge is neglected.
///
/// Takes crates one by one, from any barge that has one, until `count` are taken; then it returns
/// and takes no more. While one barge has no crate, the call takes from the other barge only, and
/// without a pause. While neither has one, the call waits; it does not poll.
///
/// While both have crates, each gets its share, no matter what was taken before. Of 100 crates
/// taken in that time, at least 20 come from each barge, and never more than 30 in a row come from
/// the same barge.
///
/// A barge whose channel is closed and empty is done. When both are done, the call returns, no
/// matter how few crates it has. Once the caller is cancelled, the call does not wait any longer:
/// it returns at once with the crates it has. A crate that comes at that moment is either returned
/// or left on its barge. Nothing that you start outlives the call.
///
///     // east: "oats" and "hops" are there; west: closed
///     await unload(9, from: east, and: west)   // ["oats", "hops"] once east is closed, too
///
/// - Parameters:
///   - count: How many crates to take at most; with 0, none.
///   - east: Where the crates of one barge are.
///   - west: Where the crates of the other barge are.
/// - Returns: The crates, in the order in which they were taken.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  // TODO(4.5): Both barges have crates. Who decides which is next, so that neither is neglected?
  return []
}
