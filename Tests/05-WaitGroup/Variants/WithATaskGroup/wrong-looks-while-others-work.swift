// wrong: does not look for a cancellation after the last crane has ended
// rejected by: the caller learns that it was cancelled as wrong
import Channels

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let isCancelled = await withTaskGroup { group in
    for ship in ships { group.addTask { _ = try? await unload(ship) } }
    var left = ships.count
    while left > 0, !Task.isCancelled {
      _ = await group.next()
      left -= 1
    }
    return left > 0
  }
  if isCancelled { throw CancellationError() }
}
