// wrong: an error of the load skips the end of the listener
// rejected by: no listener is left, whether the load fails or not as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    for await alarm in alarms { await warn(alarm) }
  }
  let crates = try await load()
  listener.cancel()
  await listener.value
  return crates
}
