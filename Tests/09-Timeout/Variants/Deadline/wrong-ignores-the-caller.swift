// wrong: a task of its own does not hear that the caller was cancelled
// rejected by: cancelling the caller ends the survey as wrong
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let surveying = Task {
    var depths: [Int] = []
    for point in points {
      guard let depth = try? await measure(point) else { break }
      depths.append(depth)
    }
    return depths
  }
  let clock = Task {
    try await Task.sleep(for: limit)
    surveying.cancel()
  }
  let depths = await surveying.value
  clock.cancel()
  return depths
}
