// wrong: a buffer that is enough for all but the largest ships
// rejected by: a large ship may be refused as deadlocked

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
  let passed = Channel<String>()
  let refused = Channel<String>(capacity: 1_000)
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
