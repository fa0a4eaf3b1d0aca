// wrong: tends a buoy again when it could not be tended
// rejected by: one boat is called back, and the other one goes on as wrong

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  var broken: [String] = []
  for buoy in buoys {
    try await Task.sleep(for: leg)
    do {
      try await tend(buoy)
    } catch {
      do { try await tend(buoy) } catch { broken.append(buoy) }
    }
    try Task.checkCancellation()
  }
  try Task.checkCancellation()
  return broken
}
