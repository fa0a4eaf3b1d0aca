// wrong: the clock is left behind when the survey is done
// rejected by: a survey done in time does not wait as wrong
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
  Task {
    try? await Task.sleep(for: limit)
    surveying.cancel()
  }
  return await withTaskCancellationHandler {
    await surveying.value
  } onCancel: {
    surveying.cancel()
  }
}
