// right: a group that is cancelled on every way out

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  try await withThrowingTaskGroup { group in
    group.addTask {
      for await alarm in alarms {
        await warn(alarm)
        if Task.isCancelled { return }
      }
    }
    defer { group.cancelAll() }
    return try await load()
  }
}
