// wrong: the load does not learn that the caller is cancelled
// rejected by: cancelling the caller cancels the load as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    for await alarm in alarms { await warn(alarm) }
  }
  let result = await Task { try await load() }.result
  listener.cancel()
  await listener.value
  return try result.get()
}
