// wrong: asks once for each list
// rejected by: each crate is asked about once, in order as wrong

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
  for crate in crates where await isAllowed(crate) { inspection.passed.append(crate) }
  for crate in crates where await !isAllowed(crate) { inspection.refused.append(crate) }
  return inspection
}
