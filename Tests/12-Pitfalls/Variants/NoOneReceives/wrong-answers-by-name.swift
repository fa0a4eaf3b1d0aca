// wrong: keeps the answers by name
// rejected by: each crate is asked about once, in order as wrong

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
  var mayPass: [String: Bool] = [:]
  for crate in crates { mayPass[crate] = await isAllowed(crate) }
  return Inspection(
    passed: crates.filter { mayPass[$0] == true },
    refused: crates.filter { mayPass[$0] == false })
}
