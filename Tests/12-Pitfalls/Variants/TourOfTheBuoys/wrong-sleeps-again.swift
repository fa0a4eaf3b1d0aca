// wrong: sleeps again if the first sleep was too short
// rejected by: called back on the way, it ends at once as wrong

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  var broken: [String] = []
  for buoy in buoys {
    let arrival = ContinuousClock.now + leg
    try? await Task.sleep(for: leg)
    if ContinuousClock.now < arrival { try? await Task.sleep(until: arrival) }
    do {
      try await tend(buoy)
    } catch {
      broken.append(buoy)
    }
  }
  return broken
}
