// wrong: keeps the names of the broken buoys, and lists every buoy with such a name
// rejected by: one boat is called back, and the other one goes on as wrong

public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  try Task.checkCancellation()
  var broken: Set<String> = []
  for buoy in buoys {
    try await Task.sleep(for: leg)
    try Task.checkCancellation()
    do { try await tend(buoy) } catch { broken.insert(buoy) }
    try Task.checkCancellation()
  }
  return buoys.filter { broken.contains($0) }
}
