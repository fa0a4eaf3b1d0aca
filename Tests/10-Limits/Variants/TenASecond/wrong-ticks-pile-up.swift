// wrong: a task of its own collects the ticks without a limit
// rejected by: missed ticks do not pile up as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  let (ticks, collected) = AsyncStream<Void>.makeStream()
  let collecting = Task {
    for await _ in ticker.ticks { collected.yield() }
    collected.finish()
  }
  defer {
    ticker.stop()
    collecting.cancel()
  }
  var readings: [Int] = []
  var iterator = ticks.makeAsyncIterator()
  while readings.count < count, await iterator.next() != nil, !Task.isCancelled {
    guard let reading = try await read() else { break }
    readings.append(reading)
  }
  return readings
}
