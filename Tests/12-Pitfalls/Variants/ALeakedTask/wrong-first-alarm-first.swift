// wrong: begins to load when the first alarm has been passed on
// rejected by: alarms are passed on while the ship is loaded as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  if let first = await alarms.receive() { await warn(first) }
  let listener = Task {
    while !Task.isCancelled, let alarm = await alarms.receive() { await warn(alarm) }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch { result = .failure(error) }

  listener.cancel()
  await listener.value
  return try result.get()
}
