// wrong: is cancelled only if a crane says that it was
// rejected by: the caller learns that it was cancelled as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let isCancelled = await withTaskGroup { group in
    for ship in ships {
      group.addTask {
        do { try await unload(ship) } catch { return Task.isCancelled }
        return false
      }
    }
    return await group.reduce(false) { $0 || $1 }
  }
  if isCancelled { throw CancellationError() }
}
