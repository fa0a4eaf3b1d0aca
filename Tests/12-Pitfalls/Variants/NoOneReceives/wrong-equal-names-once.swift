// wrong: forgets that two crates may have the same name
// rejected by: any number of crates may be refused as wrong

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
  var allowed: Set<String> = []
  for crate in crates where await isAllowed(crate) { allowed.insert(crate) }
  var inspection = Inspection()
  inspection.passed = crates.filter { allowed.contains($0) }
  inspection.refused = Set(crates).subtracting(allowed).sorted()
  return inspection
}
