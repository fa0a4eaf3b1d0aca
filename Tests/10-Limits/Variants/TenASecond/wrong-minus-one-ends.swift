// wrong: a reading of -1 is the end
// rejected by: each reading begins at a tick, the first one at the first tick as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
    guard let reading = try await read() else { break }
    if reading == -1 { break }
    readings.append(reading)
  }
  return readings
}
