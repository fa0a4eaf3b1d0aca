// wrong: takes the first reading at once
// rejected by: each reading begins at a tick, the first one at the first tick as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count, !Task.isCancelled {
    guard let reading = try await read() else { break }
    readings.append(reading)
    if await ticker.ticks.receive() == nil { break }
  }
  return readings
}
