// right: each measurement is given what is left of the time
/// A variant of 9.2.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  let deadline = ContinuousClock.now + limit
  var depths: [Int] = []
  for point in points {
    if Task.isCancelled || ContinuousClock.now >= deadline { break }
    let depth: Int? = await withTaskGroup(of: Int?.self) { group in
      group.addTask { try? await measure(point) }
      group.addTask {
        try? await Task.sleep(until: deadline, clock: .continuous)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
    guard let depth else { break }
    depths.append(depth)
  }
  return depths
}
