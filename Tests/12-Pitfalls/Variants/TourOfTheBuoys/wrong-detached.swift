// wrong: sails in a detached task, to keep the cancellation away
// rejected by: called back on the way, it ends at once as wrong

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  await Task.detached {
    var broken: [String] = []
    for buoy in buoys {
      try? await Task.sleep(for: leg)
      do {
        try await tend(buoy)
      } catch {
        broken.append(buoy)
      }
    }
    return broken
  }.value
}
