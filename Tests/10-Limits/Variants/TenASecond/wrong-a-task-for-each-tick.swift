// wrong: starts a reading at each tick, also while another one runs
// rejected by: missed ticks do not pile up as wrong

public import Channels

/// Reads a gauge once at each tick, until there are `count` readings.
public func takeReadings(
  _ count: Int, on ticker: Ticker, _ read: @escaping @Sendable () async throws -> Int?
) async throws -> [Int] {
  defer { ticker.stop() }
  return try await withThrowingTaskGroup(of: (Int, Int?).self) { group in
    var begun = 0
    while begun < count, await ticker.ticks.receive() != nil, !Task.isCancelled {
      let number = begun
      begun += 1
      group.addTask { (number, try await read()) }
    }
    var readings: [Int: Int] = [:]
    for try await (number, reading) in group { readings[number] = reading }
    return readings.sorted { $0.key < $1.key }.map(\.value)
  }
}
