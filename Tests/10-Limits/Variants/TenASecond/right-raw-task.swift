// right: a raw task, and a handler that cancels it
public import Channels

public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  let work = Task<[Int], any Error> {
    defer { ticker.stop() }
    var readings: [Int] = []
    readings.reserveCapacity(min(count, 100))
    if count == 0 { return readings }
    for await _ in ticker.ticks {
      if Task.isCancelled { break }
      guard let reading = try await read() else { break }
      readings.append(reading)
      if readings.count == count { break }
    }
    return readings
  }
  return try await withTaskCancellationHandler {
    try await work.value
  } onCancel: {
    work.cancel()
  }
}
