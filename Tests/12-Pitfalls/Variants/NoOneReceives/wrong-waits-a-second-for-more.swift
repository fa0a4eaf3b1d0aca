// wrong: ends when nothing has come for a second
// rejected by: it returns with the last answer as deadlocked

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
  let decisions = Channel<(String, Bool)>()
  let officer = Task {
    for crate in crates { await decisions.send((crate, await isAllowed(crate))) }
  }
  var inspection = Inspection()
  while true {
    let decision = await select {
      Receive(from: decisions)
      After(.seconds(1)) { nil }
    }
    guard let (crate, isAllowed) = decision else { break }
    if isAllowed {
      inspection.passed.append(crate)
    } else {
      inspection.refused.append(crate)
    }
  }
  await officer.value
  return inspection
}
