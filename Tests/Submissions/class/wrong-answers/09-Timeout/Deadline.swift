/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let deadline = ContinuousClock.now + limit
  var depths: [Int] = []
  for point in points where ContinuousClock.now < deadline {
    guard let depth = try? await measure(point) else { break }
    depths.append(depth)
  }
  return depths
}
