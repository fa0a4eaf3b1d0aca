// wrong: leaves out a ship without a name
// rejected by: it works for no ship, for one and for two as wrong

import Channels

/// Unloads all ships at the same time, each with a crane of its own, and waits for every crane.
///
/// Calls `unload` once for each name in `ships`. Returns as soon as the last crane has ended.
/// Without ships, it returns at once.
///
/// A crane whose `unload` throws has broken down, which counts as ended; the others go on.
/// Cancelling the caller, even before the call, does not make the function return before every
/// crane has ended. Whether it cancels the cranes is up to you.
///
///     // The crane of the "Gull" takes 4 s, that of the "Petrel" 9 s.
///     await unloadAll(["Gull", "Petrel"]) { ship in try await crane.unload(ship) }   // 9 s
///
/// - Parameters:
///   - ships: The names of the ships; two ships may have the same name.
///   - unload: Unloads one ship; throws when the crane breaks down.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  let cranes = WaitGroup()
  for ship in ships where !ship.isEmpty {
    cranes.add()
    Task {
      defer { cranes.done() }
      try await unload(ship)
    }
  }
  await cranes.wait()
}
