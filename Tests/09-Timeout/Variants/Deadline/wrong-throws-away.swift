// wrong: when the limit has passed, throws away what was measured
// rejected by: the limit ends five seconds of work as wrong
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  await withTaskGroup(of: [Int].self) { group in
    group.addTask {
      var depths: [Int] = []
      for point in points {
        guard let depth = try? await measure(point) else { break }
        depths.append(depth)
      }
      return depths
    }
    group.addTask {
      try? await Task.sleep(for: limit)
      return []
    }
    defer { group.cancelAll() }
    return await group.next() ?? []
  }
}
