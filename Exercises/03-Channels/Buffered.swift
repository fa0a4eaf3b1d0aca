public import Channels

/// Puts crates on a new quay with room for three, one by one, while no task takes any away.
///
/// The quay is a channel that holds three crates, and it stays open. The crates are put down in the
/// order of `crates`. The first crate that finds no room, and all crates after it, are left over;
/// the function does not wait for room.
///
///     let (quay, rest) = await fillQuay(["figs", "oil", "wool", "slate"])
///     quay.count   // 3
///     rest         // ["slate"]
///
/// Nothing that you start outlives the call. If the caller is cancelled, none of this has to hold.
///
/// - Parameter crates: The crates to put down.
/// - Returns: The quay with the crates on it, and the crates that found no room.
public func fillQuay(_ crates: [String]) async -> (quay: Channel<String>, rest: [String]) {
  // TODO(3.4): How many sends on this channel end without a receiver, and how many should?
  let quay = Channel<String>()
  return (quay, crates)
}
