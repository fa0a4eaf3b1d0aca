// wrong: looks for a cancellation only after a leg that takes time
// rejected by: called back before the start, it tends nothing as wrong

public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  var broken: [String] = []
  for buoy in buoys {
    if leg > .zero {
      try await Task.sleep(for: leg)
      try Task.checkCancellation()
    }
    do { try await tend(buoy) } catch { broken.append(buoy) }
    try Task.checkCancellation()
  }
  try Task.checkCancellation()
  return broken
}
