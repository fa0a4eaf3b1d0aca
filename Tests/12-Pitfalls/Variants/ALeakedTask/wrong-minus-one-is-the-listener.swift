// wrong: takes -1 for the end of the listener
// rejected by: alarms are passed on while the ship is loaded as wrong

public import Channels

/// A variant of 12.1.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  try await withThrowingTaskGroup(of: Int.self) { group in
    group.addTask { try await load() }
    group.addTask {
      while !Task.isCancelled, let alarm = await alarms.receive() { await warn(alarm) }
      return -1
    }
    while let crates = try await group.next() {
      if crates != -1 {
        group.cancelAll()
        return crates
      }
    }
    return -1
  }
}
