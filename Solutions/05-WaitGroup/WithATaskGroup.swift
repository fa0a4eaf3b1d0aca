import Channels

/// Unloads all ships at the same time, as `unloadAll` does, but without a counter.
///
/// Calls `unload` once for each name in `ships`. Returns as soon as the last crane has ended. A
/// crane whose `unload` throws has broken down, which counts as ended; the others go on, no matter
/// which error it was.
///
/// Cancelling the caller, even before the call, cancels every crane that is still working; a crane
/// that has not begun need not begin. A crane may need time to put down its load: the function waits
/// until each has ended, and then throws `CancellationError`. It throws nothing else.
///
/// When the function returns or throws, every task that you started has ended.
///
///     let unloading = Task { try await unloadTogether(["Gull", "Petrel"], unload: crane.unload) }
///     unloading.cancel()   // both cranes put down their loads; then `CancellationError`
///
/// - Parameters:
///   - ships: The names of the ships; two ships may have the same name.
///   - unload: Unloads one ship; throws when the crane breaks down or is cancelled.
/// - Throws: `CancellationError` if the caller was cancelled before the last crane had ended. If it
///   was cancelled at that same moment, or in a call without ships, you may throw or return.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  await withTaskGroup { group in
    for ship in ships {
      group.addTask {
        // Each crane keeps its error to itself. An error that left the child would, in a throwing
        // group, be rethrown by `next()` or `waitForAll()` and cancel the other cranes.
        try? await unload(ship)
      }
    }
  }
  // The `try?` above also hides the errors of cranes that were cancelled. Without this line, the
  // caller would believe that all ships are unloaded. A `CancellationError` of a crane alone is not
  // enough to know it: a crane may throw one for reasons of its own.
  try Task.checkCancellation()
}
