// wrong: counts the answers, and does not wait for the officer's end
// rejected by: it returns with the last answer as wrong

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
  let decisions = Channel<(crate: String, isAllowed: Bool)>()
  Task {
    for crate in crates {
      await decisions.send((crate, await isAllowed(crate)))
    }
    decisions.close()
  }

  var inspection = Inspection()
  for _ in crates {
    guard let (crate, isAllowed) = await decisions.receive() else { break }
    if isAllowed {
      inspection.passed.append(crate)
    } else {
      inspection.refused.append(crate)
    }
  }
  return inspection
}
