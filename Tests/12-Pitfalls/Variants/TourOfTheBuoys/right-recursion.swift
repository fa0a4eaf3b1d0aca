// right: a call for each buoy

/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  try Task.checkCancellation()
  guard let buoy = buoys.first else { return [] }
  try await Task.sleep(for: leg)
  let isFine = (try? await tend(buoy)) != nil
  let others = try await tendBuoys(Array(buoys.dropFirst()), leg: leg, tend: tend)
  return isFine ? others : [buoy] + others
}
