// wrong: reads again at once when a reading has failed
// rejected by: an error is thrown, and the ticker is stopped as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count {
    guard await ticker.ticks.receive() != nil, !Task.isCancelled else { break }
    let reading: Int?
    do {
      reading = try await read()
    } catch {
      if Task.isCancelled { throw error }
      reading = try await read()
    }
    guard let reading else { break }
    readings.append(reading)
  }
  return readings
}
