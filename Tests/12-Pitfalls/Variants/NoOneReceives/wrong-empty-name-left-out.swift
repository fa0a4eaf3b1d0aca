// wrong: a crate without a name is in neither list
// rejected by: any number of crates may be refused as wrong

import Channels

/// The crates of a ship after the inspection.
public struct Inspection: Sendable {
  /// The crates that may go ashore.
  public var passed: [String] = []
  /// The crates that must stay on board.
  public var refused: [String] = []
}

/// Lets an officer look at every crate, and returns which of them passed.
public func inspect(
  _ crates: [String], isAllowed: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Inspection {
  //
  let decisions = Channel<(crate: String, isAllowed: Bool)>()
  let officer = Task {
    for crate in crates {
      await decisions.send((crate, await isAllowed(crate)))
    }
    decisions.close()
  }

  var inspection = Inspection()
  for await (crate, isAllowed) in decisions where !crate.isEmpty {
    if isAllowed {
      inspection.passed.append(crate)
    } else {
      inspection.refused.append(crate)
    }
  }
  await officer.value
  return inspection
}
