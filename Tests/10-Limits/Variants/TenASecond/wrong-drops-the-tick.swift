// wrong: throws away the tick that came during a reading
// rejected by: missed ticks do not pile up as wrong
public import Channels

public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  while readings.count < count {
    _ = ticker.ticks.tryReceive()  // no old tick
    guard await ticker.ticks.receive() != nil, !Task.isCancelled else { break }
    guard let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
