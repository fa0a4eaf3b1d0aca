// right: an actor keeps the list, a child task sails

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  let list = List()
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for buoy in buoys {
        try await Task.sleep(for: leg)
        do { try await tend(buoy) } catch { await list.add(buoy) }
      }
    }
    try await group.waitForAll()
  }
  try Task.checkCancellation()
  return await list.broken
}

private actor List {
  private(set) var broken: [String] = []

  func add(_ buoy: String) { broken.append(buoy) }
}
