// wrong: promises to stop after the guard for zero readings
// rejected by: after the last reading the ticker is stopped as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  guard count > 0 else { return [] }
  defer { ticker.stop() }
  var readings: [Int] = []
  for await _ in ticker.ticks {
    guard !Task.isCancelled, let reading = try await read() else { break }
    readings.append(reading)
    if readings.count == count { break }
  }
  return readings
}
