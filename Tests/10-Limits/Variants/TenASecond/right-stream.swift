// right: a stream that makes a reading when it is asked for one
public import Channels

public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  let stream = AsyncThrowingStream<Int, any Error> {
    guard await ticker.ticks.receive() != nil, !Task.isCancelled else { return nil }
    return try await read()
  }
  var readings: [Int] = []
  for try await reading in stream.prefix(count) { readings.append(reading) }
  return readings
}
