// wrong: leaves the ticker running
// rejected by: after the last reading the ticker is stopped as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  var readings: [Int] = []
  while readings.count < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
    guard let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
