// wrong: starts everything and leaves
// rejected by: all crates are unloaded at once as wrong
/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  for crate in fleet.joined() {
    Task { await unload(crate) }
  }
  return fleet.joined().count
}
