/// Unloads a fleet: all ships at once, and all crates of each ship at once, with `unload(crate)`.
///
/// Returns when every `unload` has ended. Cancelling the caller cancels every `unload` that has not
/// ended yet, on every ship; the call waits for one that needs time to clean up. Each `unload` that
/// returns `true` counts, even after the cancellation.
///
///     await unloadFleet([["wool"], ["hemp", "cork"]]) { crate in await crane.lift(crate) }   // 3
///
/// - Parameters:
///   - fleet: The crates of each ship.
///   - unload: Unloads one crate, and returns whether it did; `false` if it was cancelled first.
/// - Returns: How many crates were unloaded.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  // TODO(9.5): Which tasks are cancelled when this one is?
  return 0
}
