// wrong: sails one leg before it finds that there are no buoys
// rejected by: called back before the start, it tends nothing as wrong

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  if buoys.isEmpty { try await Task.sleep(for: leg) }
  var broken: [String] = []
  for buoy in buoys {
    try await Task.sleep(for: leg)
    do {
      try await tend(buoy)
    } catch {
      broken.append(buoy)
    }
    try Task.checkCancellation()
  }
  try Task.checkCancellation()
  return broken
}
