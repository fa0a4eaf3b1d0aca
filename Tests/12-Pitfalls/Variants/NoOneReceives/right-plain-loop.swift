// right: one loop that asks and sorts, without a channel

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
  var inspection = Inspection()
  for crate in crates {
    if await isAllowed(crate) {
      inspection.passed.append(crate)
    } else {
      inspection.refused.append(crate)
    }
  }
  return inspection
}
