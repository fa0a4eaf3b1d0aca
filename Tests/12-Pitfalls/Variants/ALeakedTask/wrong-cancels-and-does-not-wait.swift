// wrong: cancels the listener, and does not wait for its end
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
  defer { listener.cancel() }
  return try await load()
}
