public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
///
/// A reading begins at the tick, the first one at the first tick. Readings do not overlap. If one
/// reading lasts so long that ticks come in the meantime, the next reading begins as soon as it has
/// ended, and the one after that waits for a new tick: missed ticks do not pile up.
///
/// The call ends as soon as one of these happens:
/// - there are `count` readings; with a `count` of zero, that is at once
/// - `read` returns `nil`: the gauge has nothing more to say
/// - `read` throws an error: the call throws it
/// - the caller is cancelled: no other reading begins; one under way is cancelled and waited for
///
/// On every way out, the ticker is stopped. Nothing you start outlives the call.
///
///     let level = Ticker(every: .milliseconds(100))
///     try await takeReadings(3, on: level) { await gauge.read() }   // [47, 47, 48] after 300 ms
///
/// - Parameters:
///   - count: How many readings to take; zero or more.
///   - ticker: A new ticker, which no one else uses; no tick has come yet.
///   - read: Reads the gauge, and may take a while.
/// - Returns: The readings in order, also when there are fewer than `count`.
/// - Throws: What `read` throws.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  // TODO(10.2): In how many ways can this function end, and which line stops the ticker in each?
  return []
}
