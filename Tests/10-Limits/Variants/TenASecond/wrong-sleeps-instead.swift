// wrong: does not use the ticker, and sleeps a tenth of a second
// rejected by: each reading begins at a tick, the first one at the first tick as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count, (try? await Task.sleep(for: .milliseconds(100))) != nil {
    guard let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
