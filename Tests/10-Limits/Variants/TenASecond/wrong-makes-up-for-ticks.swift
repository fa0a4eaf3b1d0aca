// wrong: makes up forevery tick that it missed
// rejected by: missed ticks do not pile up as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  var readings: [Int] = []
  var last: ContinuousClock.Instant?
  var interval = Duration.zero
  let start = ContinuousClock.now
  while readings.count < count, let tick = await ticker.ticks.receive(), !Task.isCancelled {
    if last == nil { interval = tick - start }
    let now = ContinuousClock.now
    let missed = last.map { max(1, Int((now - $0) / interval)) } ?? 1
    last = last.map { $0 + interval * missed } ?? tick
    for _ in 0..<missed where readings.count < count {
      guard let reading = try await read() else { return readings }
      readings.append(reading)
    }
  }
  return readings
}
