// wrong: throws the error of the buoy at which it was called back
// rejected by: called back at a buoy, it ends with that buoy as wrong

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
      if Task.isCancelled { throw error }
      broken.append(buoy)
    }
    try Task.checkCancellation()
  }
  try Task.checkCancellation()
  return broken
}
