public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
///
/// A reading begins at the tick, the first one at the first tick. Readings do not overlap. If one
/// or more ticks come during a reading, they count as one: the next reading begins as soon as this
/// one has ended. The reading after that waits for a tick again.
///
/// The call ends as soon as one of these happens:
/// - there are `count` readings; with a `count` of zero, that is at once
/// - `read` returns `nil`: the gauge has no more readings
/// - `read` throws an error: the call throws it
/// - the caller is cancelled, even before the call: no other reading begins. One whose tick comes at
///   that moment may begin or not. A reading under way is cancelled, and the call waits for it. If
///   it returns a number, that counts; if it throws, the call throws its error. Otherwise, the call
///   returns the readings that it has
///
/// On every way out, the ticker is stopped before the call ends. Nothing you start outlives the
/// call.
///
///     let level = Ticker(every: .milliseconds(100))
///     try await takeReadings(3, on: level) { await gauge.read() }   // [47, 47, 48] after 300 ms
///
/// - Parameters:
///   - count: How many readings to take; zero or more.
///   - ticker: A new ticker, which no one else uses; no tick has come yet.
///   - read: Reads the gauge, and may take a while.
/// - Returns: The readings in order, even if there are fewer than `count`.
/// - Throws: What `read` throws, and nothing else.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  // One line for all ways out: the last reading, no reading, an error, a cancellation. A `stop` at
  // the end of the function would be skipped by the error. In Go: `defer ticker.Stop()`.
  defer { ticker.stop() }
  var readings: [Int] = []
  // The count comes first, or a tick too many would be waited for. A receive that waits returns
  // `nil` when the task is cancelled; a tick that is already there comes even then, so look again.
  while readings.count < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
    // Reading in this task, one after the other. Of the ticks that come in the meantime, the ticker
    // keeps one and drops the others.
    guard let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
