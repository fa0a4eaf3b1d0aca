/// Unloads a fleet: all ships at once, and of each ship all crates at once, with `unload(crate)`.
///
/// Returns when every `unload` has ended. Cancelling the caller cancels every `unload` that has not
/// ended yet, on every ship; one that puts its things in order first is waited for. Each
/// `unload` that says `true` counts, also after the cancellation.
///
///     await unloadFleet([["wool"], ["hemp", "cork"]]) { crate in await crane.lift(crate) }   // 3
///
/// - Parameters:
///   - fleet: The crates of each ship.
///   - unload: Unloads one crate, and says whether it did; `false` when it was cancelled before.
/// - Returns: How many crates were unloaded.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  // TODO(9.5): Which tasks are cancelled when this one is?
  return 0
}
