// right: a loop over the ticks

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  guard count > 0 else { return [] }
  var readings: [Int] = []
  for await _ in ticker.ticks {
    if Task.isCancelled { break }
    guard let reading = try await read() else { break }
    readings.append(reading)
    if readings.count == count { break }
  }
  return readings
}
