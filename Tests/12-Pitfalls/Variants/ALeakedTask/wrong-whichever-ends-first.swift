// wrong: a closed channel of alarms ends the loading
// rejected by: alarms are passed on while the ship is loaded as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  try await withThrowingTaskGroup(of: Int?.self) { group in
    group.addTask {
      for await alarm in alarms { await warn(alarm) }
      return nil
    }
    group.addTask { try await load() }
    defer { group.cancelAll() }
    let first = try await group.next()
    return (first ?? nil) ?? 0
  }
}
