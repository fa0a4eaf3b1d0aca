// wrong: starts the listener and forgets it, as before
// rejected by: a later alarm is left for the next ship as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  Task {
    for await alarm in alarms { await warn(alarm) }
  }
  return try await load()
}
