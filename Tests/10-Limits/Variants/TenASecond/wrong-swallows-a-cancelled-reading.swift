// wrong: a reading that throws after the cancellation ends the call without its error
// rejected by: cancelling the caller ends the call and stops the ticker as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
    do {
      guard let reading = try await read() else { break }
      readings.append(reading)
    } catch {
      if Task.isCancelled { break }
      throw error
    }
  }
  return readings
}
