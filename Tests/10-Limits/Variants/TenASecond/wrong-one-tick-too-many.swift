// wrong: looks at the count only after the next tick
// rejected by: each reading begins at a tick, the first one at the first tick as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  for await _ in ticker.ticks {
    if readings.count == count || Task.isCancelled { break }
    guard let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
