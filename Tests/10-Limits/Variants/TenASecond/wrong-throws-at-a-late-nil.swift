// wrong: throws if a cancelled reading returns `nil`
// rejected by: cancelling the caller ends the call and stops the ticker as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count {
    guard await ticker.ticks.receive() != nil, !Task.isCancelled else { break }
    guard let reading = try await read() else {
      try Task.checkCancellation()
      break
    }
    readings.append(reading)
  }
  return readings
}
