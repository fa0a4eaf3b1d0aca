// wrong: measures every point, however long it takes
// rejected by: the limit ends five seconds of work as wrong
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  var depths: [Int] = []
  for point in points {
    guard let depth = try? await measure(point) else { break }
    depths.append(depth)
  }
  return depths
}
