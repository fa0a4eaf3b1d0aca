// wrong: asks about all crates at the same time
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
  await withTaskGroup(of: (Int, Bool).self) { group in
    for (index, crate) in crates.enumerated() {
      group.addTask { (index, await isAllowed(crate)) }
    }
    let answers = await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    var inspection = Inspection()
    for (index, crate) in crates.enumerated() {
      if answers[index] == true {
        inspection.passed.append(crate)
      } else {
        inspection.refused.append(crate)
      }
    }
    return inspection
  }
}
