// wrong: lets every error out
// rejected by: one boat is called back, and the other one goes on as wrong

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  for buoy in buoys {
    try await Task.sleep(for: leg)
    try await tend(buoy)
  }
  try Task.checkCancellation()
  return []
}
