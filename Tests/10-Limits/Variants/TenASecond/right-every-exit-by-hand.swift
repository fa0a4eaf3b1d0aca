// right: stops the ticker on each way out by hand, and reads in a child task

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  var readings: [Int] = []
  while readings.count < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
    async let next = read()
    do {
      guard let reading = try await next else { break }
      readings.append(reading)
    } catch {
      ticker.stop()
      throw error
    }
  }
  ticker.stop()
  return readings
}
