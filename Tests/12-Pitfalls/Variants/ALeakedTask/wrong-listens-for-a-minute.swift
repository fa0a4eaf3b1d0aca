// wrong: ends the listener after a minute instead of with the load
// rejected by: a later alarm is left for the next ship as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    for await alarm in alarms { await warn(alarm) }
  }
  Task {
    try? await Task.sleep(for: .seconds(60))
    listener.cancel()
  }
  return try await load()
}
