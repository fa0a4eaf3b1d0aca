// right: a task for the whole tour, cancelled by a handler

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  let tour = Task {
    var broken: [String] = []
    for buoy in buoys {
      try await Task.sleep(for: leg)
      if case .failure = await result(of: { try await tend(buoy) }) { broken.append(buoy) }
    }
    try Task.checkCancellation()
    return broken
  }
  return try await withTaskCancellationHandler {
    try await tour.value
  } onCancel: {
    tour.cancel()
  }
}

private func result(of body: () async throws -> Void) async -> Result<Void, any Error> {
  do { return .success(try await body()) } catch { return .failure(error) }
}
