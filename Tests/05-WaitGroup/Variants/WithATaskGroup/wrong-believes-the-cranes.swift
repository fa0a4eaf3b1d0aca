// wrong: takes a crane's error for the caller's cancellation
// rejected by: a broken crane does not stop the others as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let wasCancelled = await withTaskGroup { group in
    for ship in ships {
      group.addTask {
        do { try await unload(ship) } catch is CancellationError { return true } catch {}
        return false
      }
    }
    return await group.reduce(false) { $0 || $1 }
  }
  if wasCancelled { throw CancellationError() }
}
