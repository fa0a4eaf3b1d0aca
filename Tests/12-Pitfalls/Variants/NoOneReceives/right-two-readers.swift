// right: a reader for each channel, both at the same time

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
  let refused = Channel<String>()
  async let passing = passed.reduce(into: []) { $0.append($1) }
  async let refusing = refused.reduce(into: []) { $0.append($1) }
  for crate in crates {
    await (isAllowed(crate) ? passed : refused).send(crate)
  }
  passed.close()
  refused.close()
  return await Inspection(passed: passing, refused: refusing)
}
