// right: a select of tick and cancellation

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count {
    let goesOn = await select {
      Receive(from: ticker.ticks) { $0 != nil }
      Cancelled { false }
    }
    guard goesOn, !Task.isCancelled, let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
