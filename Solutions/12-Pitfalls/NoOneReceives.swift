import Channels

/// The crates of a ship after the inspection.
public struct Inspection: Sendable {
  /// The crates that may go ashore.
  public var passed: [String] = []
  /// The crates that must stay on board.
  public var refused: [String] = []
}

/// Lets an officer look at every crate, and returns which of them passed.
///
/// Asks `isAllowed` about one crate after the other, in the order of `crates`, and once for each.
/// Any number of crates may be refused: none, some, or all. Two crates may have the same name, and
/// the answers for them may differ.
///
/// Returns as soon as the last answer has come. Without crates, it returns at once. Nothing that
/// you start outlives the call. If the caller is cancelled, none of this has to hold.
///
///     // The officer refuses rum: `passed` is ["tea", "salt"], and `refused` is ["rum"].
///     let inspection = await inspect(["tea", "rum", "salt"]) { await officer.allows($0) }
///
/// - Parameters:
///   - crates: What the ship carries.
///   - isAllowed: Looks at one crate, which may take a while.
/// - Returns: All crates in two lists, each in the order of `crates`.
public func inspect(
  _ crates: [String], isAllowed: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Inspection {
  // Every send needs a receiver that is ready at that time. With two channels that are read one
  // after the other, a second refused crate had no receiver: the officer waited to send it, and the
  // reader waited for the officer to close the first channel. A bigger buffer only needs a bigger
  // ship.
  //
  // One channel, one receiver: the element says which list it belongs to. In Go it would be this,
  // or a `select` over both channels.
  let decisions = Channel<(crate: String, isAllowed: Bool)>()
  let officer = Task {
    for crate in crates {
      await decisions.send((crate, await isAllowed(crate)))
    }
    decisions.close()
  }

  var inspection = Inspection()
  for await (crate, isAllowed) in decisions {
    if isAllowed {
      inspection.passed.append(crate)
    } else {
      inspection.refused.append(crate)
    }
  }
  await officer.value
  return inspection
}
