// right: an actor keeps the readings

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  let book = Book()
  do {
    while await book.count < count, !Task.isCancelled {
      guard await ticker.ticks.receive() != nil, !Task.isCancelled else { break }
      guard let reading = try await read() else { break }
      await book.write(reading)
    }
  } catch {
    ticker.stop()
    throw error
  }
  ticker.stop()
  return await book.readings
}

private actor Book {
  var readings: [Int] = []
  var count: Int { readings.count }

  func write(_ reading: Int) { readings.append(reading) }
}
