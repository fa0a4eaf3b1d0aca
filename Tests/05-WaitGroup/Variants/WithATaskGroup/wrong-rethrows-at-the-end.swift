// wrong: throws the error of a crane after all have ended
// rejected by: a broken crane does not stop the others as wrong

/// Unloads all ships at the same time.
public func unloadTogether(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async throws {
  let results = await withTaskGroup { group in
    for ship in ships {
      group.addTask { await Task { try await unload(ship) }.cancelledWithCaller() }
    }
    return await group.reduce(into: []) { $0.append($1) }
  }
  for result in results { try result.get() }
  try Task.checkCancellation()
}

extension Task where Failure == any Error {
  fileprivate func cancelledWithCaller() async -> Result<Success, any Error> {
    await withTaskCancellationHandler {
      await result
    } onCancel: {
      cancel()
    }
  }
}
