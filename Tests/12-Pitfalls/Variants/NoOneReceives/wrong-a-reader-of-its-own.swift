// wrong: leaves the refused crates to a reader, for which no one waits
// rejected by: it returns with the last answer as wrong

import Channels
import Synchronization

/// The crates of a ship after the inspection.
public struct Inspection: Sendable {
  /// The crates that may go ashore.
  public var passed: [String] = []
  /// The crates that must stay on board.
  public var refused: [String] = []
}

/// The crates that a reader has received.
private final class Shed: Sendable {
  let crates = Mutex<[String]>([])
}

/// Lets an officer look at every crate, and returns which of them passed.
public func inspect(
  _ crates: [String], isAllowed: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Inspection {
  let refused = Channel<String>()
  let shed = Shed()
  Task {
    for await crate in refused { shed.crates.withLock { $0.append(crate) } }
  }
  var inspection = Inspection()
  for crate in crates {
    if await isAllowed(crate) {
      inspection.passed.append(crate)
    } else {
      await refused.send(crate)
    }
  }
  refused.close()
  inspection.refused = shed.crates.withLock { $0 }
  return inspection
}
