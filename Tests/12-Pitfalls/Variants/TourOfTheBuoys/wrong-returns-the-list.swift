// wrong: stops, and returns the list
// rejected by: called back on the way, it ends at once as wrong

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  var broken: [String] = []
  for buoy in buoys {
    try? await Task.sleep(for: leg)
    if Task.isCancelled { break }
    do {
      try await tend(buoy)
    } catch {
      broken.append(buoy)
    }
    if Task.isCancelled { break }
  }
  return broken
}
