// right: buffers that hold every crate, as in the Go notes

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
  let passed = Channel<String>(capacity: crates.count)
  let refused = Channel<String>(capacity: crates.count)
  for crate in crates {
    await (isAllowed(crate) ? passed : refused).send(crate)
  }
  passed.close()
  refused.close()

  var inspection = Inspection()
  for await crate in passed { inspection.passed.append(crate) }
  for await crate in refused { inspection.refused.append(crate) }
  return inspection
}
