/// Measures the depth at each of `points`, one after the other, for as long as the limit allows.
///
/// Returns when all points are measured, or when the limit has passed. When the limit passes, the
/// current measurement is cancelled, and no other begins, not even in a task that is cancelled; the
/// depths that were measured in time are still returned. A depth that is measured at that moment or
/// later may be returned, too. If the caller is cancelled, the survey ends in the same way; if the
/// caller was cancelled before the call, no measurement begins.
///
/// Nothing that you start outlives the call.
///
///     // Each measurement takes an hour. After 150 minutes, two of four are done.
///     await survey([7, 8, 9, 10], within: .seconds(9_000)) { point in try await sound(point) }
///
/// - Parameters:
///   - points: Where to measure, in this order.
///   - limit: How long the survey may take.
///   - measure: Measures the depth at a point; throws when it is cancelled.
/// - Returns: The depths that were measured, in the order of the points.
public func survey(
  _ points: [Int], within limit: Duration,
  _ measure: @escaping @Sendable (Int) async throws -> Int
) async -> [Int] {
  // TODO(9.2): Who stops the measurement that is under way, and who still has the earlier ones?
  return []
}
