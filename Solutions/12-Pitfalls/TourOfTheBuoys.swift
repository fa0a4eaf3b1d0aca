/// Sails to one buoy after the other, tends each, and returns those that could not be tended.
///
/// The way to each buoy takes as long as `leg` says, even the way to the first one. At the buoy,
/// `tend` is called once with its name. If it throws any error, the name goes on the list, and the
/// tour continues. Two buoys may have the same name. Without buoys, the tour ends at once.
///
/// When the caller is cancelled, the tour is over, and no other buoy is tended. One that is reached
/// at that moment may be tended or not. On the way to a buoy, the tour ends at once. At a buoy,
/// `tend` is cancelled, too, and the tour ends as soon as `tend` has ended. Then the call throws
/// `CancellationError`, even if this was the last buoy, and no matter what `tend` has done. A caller
/// that is cancelled before the call gets this error at once, even if there are no buoys.
///
///     // The lamp of "Sandbank" is broken. A leg takes 600 s, and so does the work.
///     let broken = try await tendBuoys(["Reef", "Sandbank"], leg: .seconds(600)) { buoy in
///       try await crew.tend(buoy)
///     }   // ["Sandbank"]
///
/// - Parameters:
///   - buoys: The names of the buoys, in the order of the tour.
///   - leg: How long the way to each buoy takes; it may be zero.
///   - tend: Tends one buoy.
/// - Returns: The buoys for which `tend` threw, in the order of the tour.
/// - Throws: `CancellationError` if the caller is cancelled, and nothing else.
public func tendBuoys(
  _ buoys: [String], leg: Duration, tend: @escaping @Sendable (String) async throws -> Void
) async throws -> [String] {
  var broken: [String] = []
  for buoy in buoys {
    // With `try?`, a cancelled sleep returns at once, and the loop rushes on: forty buoys in no
    // time.
    try await Task.sleep(for: leg)
    do {
      try await tend(buoy)
    } catch {
      broken.append(buoy)
    }
    // The error does not say whether the tour is over: `tend` may throw a `CancellationError` of
    // its own, and a cancelled `tend` may throw something else or nothing. So ask the task itself.
    // In Go, too, you look at `ctx.Err()`, and not at the error of the work.
    try Task.checkCancellation()
  }
  try Task.checkCancellation()  // Without buoys, no one has asked yet.
  return broken
}
