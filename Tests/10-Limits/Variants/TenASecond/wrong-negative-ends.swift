// wrong: takes a reading below zero for the end
// rejected by: each reading begins at a tick, the first one at the first tick as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count {
    guard await ticker.ticks.receive() != nil, !Task.isCancelled else { break }
    guard let reading = try await read(), reading >= 0 else { break }
    readings.append(reading)
  }
  return readings
}
