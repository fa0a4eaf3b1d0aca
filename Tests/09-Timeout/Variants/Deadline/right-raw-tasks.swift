// right: raw tasks: a clock that cancels the survey
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let surveying = Task {
    var depths: [Int] = []
    for point in points {
      guard !Task.isCancelled, let depth = try? await measure(point) else { break }
      depths.append(depth)
    }
    return depths
  }
  let clock = Task {
    try await Task.sleep(for: limit)
    surveying.cancel()
  }
  let depths = await withTaskCancellationHandler {
    await surveying.value
  } onCancel: {
    surveying.cancel()
  }
  clock.cancel()
  _ = await clock.result
  return depths
}
