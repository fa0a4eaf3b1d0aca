// right: two children of a group, told apart by their results

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  try await withThrowingTaskGroup(of: Int?.self) { group in
    group.addTask {
      while !Task.isCancelled, let alarm = await alarms.receive() { await warn(alarm) }
      return nil
    }
    group.addTask { try await load() }
    defer { group.cancelAll() }
    while let crates = try await group.next() {
      if let crates { return crates }
    }
    return 0
  }
}
