public import Channels

/// Unloads ships, each at a berth, and returns the ships that were not unloaded.
///
/// `berths` is a semaphore. Its capacity is the number of berths, and each element in it stands for
/// a berth that is taken: send to take one, receive to give one back. Other parts of the harbor
/// take and give back the same berths in the same way, even while this call runs.
///
/// Ships take their berths in the order of the list, each as soon as one is free. A ship that waits
/// for a berth has no task yet. A ship gives its berth back as soon as its `unload` has ended,
/// whether it returned or threw. A ship that failed does not affect the others.
///
/// The call returns as soon as every ship has ended. If the caller is cancelled, even before the
/// call, no other ship begins, and those that are being unloaded are cancelled; the call waits
/// until they have ended. A ship whose berth becomes free at that moment may begin or not. When the
/// call returns, it has given back every berth that it took, and no other one. Nothing you start
/// outlives the call.
///
///     let berths = Channel<Void>(capacity: 3)
///     await unloadAll(["Skua", "Tern"], at: berths) { ship in try await crane.unload(ship) }
///     // ["Tern"] if unloading the "Tern" throws
///
/// - Parameters:
///   - ships: Names, all different; there may be none.
///   - berths: The semaphore; its capacity is at least one.
///   - unload: Unloads a ship; called once for each ship that begins.
/// - Returns: The ships whose `unload` threw or was not called, in the order of the list.
public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  // TODO(10.3): Who takes a berth, and which line gives it back when unloading fails?
  return []
}
