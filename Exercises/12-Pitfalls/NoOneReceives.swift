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
  // TODO(12.2): It works on most ships. Where is each task when a second crate is refused?
  let passed = Channel<String>()
  let refused = Channel<String>(capacity: 1)
  let officer = Task {
    for crate in crates {
      if await isAllowed(crate) {
        await passed.send(crate)
      } else {
        await refused.send(crate)
      }
    }
    passed.close()
    refused.close()
  }

  var inspection = Inspection()
  for await crate in passed { inspection.passed.append(crate) }
  for await crate in refused { inspection.refused.append(crate) }
  await officer.value
  return inspection
}
