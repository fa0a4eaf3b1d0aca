// wrong: throws away what a cancelled load returns
// rejected by: cancelling the caller cancels the load as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  try await withThrowingTaskGroup { group in
    group.addTask {
      for await alarm in alarms { await warn(alarm) }
    }
    defer { group.cancelAll() }
    let crates = try await load()
    try Task.checkCancellation()
    return crates
  }
}
