// wrong: forgets the ticker when a reading is nil
// rejected by: when the gauge says nil the call ends, and the ticker is stopped as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  var readings: [Int] = []
  do {
    while readings.count < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
      guard let reading = try await read() else { return readings }
      readings.append(reading)
    }
  } catch {
    ticker.stop()
    throw error
  }
  ticker.stop()
  return readings
}
