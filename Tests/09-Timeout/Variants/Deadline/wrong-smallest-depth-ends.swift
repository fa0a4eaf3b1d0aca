// wrong: takes the smallest depth for "not measured"
// rejected by: a survey done in time does not wait as wrong

/// Measures the depth at each of `points`, one after the other, for as long as the limit allows.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  await withTaskGroup(of: [Int]?.self) { group in
    group.addTask { await measureUntilCancelled(points, measure) }
    group.addTask {
      try? await Task.sleep(for: limit)
      return nil
    }
    var depths: [Int] = []
    for await result in group {
      group.cancelAll()
      if let result { depths = result }
    }
    return depths
  }
}

private func measureUntilCancelled(
  _ points: [Int], _ measure: (Int) async throws -> Int
) async -> [Int] {
  var depths: [Int] = []
  for point in points {
    guard !Task.isCancelled, let depth = try? await measure(point) else { break }
    if depth == .min { break }
    depths.append(depth)
  }
  return depths
}
