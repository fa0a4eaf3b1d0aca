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
  var openEast: ReceiveChannel<String>? = east
  var openWest: ReceiveChannel<String>? = west
  var crates: [String] = []
  while crates.count < count, openEast != nil || openWest != nil {
    // `select` chooses among the ready cases, each as likely as the other, wherever it is written.
    // That is all the fairness needed. A loop that looks at `east` first never gets to `west` while
    // `east` has crates; one that takes turns waits on an empty barge although the other is full.
    let crate = await select {
      Receive(from: openEast) { crate in
        if crate == nil { openEast = nil }
        return crate
      }
      Receive(from: openWest) { crate in
        if crate == nil { openWest = nil }
        return crate
      }
    }
    if let crate { crates.append(crate) }
  }
  return crates
}
