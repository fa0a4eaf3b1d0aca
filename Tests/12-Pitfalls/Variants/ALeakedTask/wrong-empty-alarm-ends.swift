// wrong: stops listening at an alarm without a text
// rejected by: alarms are passed on while the ship is loaded as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    while !Task.isCancelled, let alarm = await alarms.receive(), !alarm.isEmpty {
      await warn(alarm)
    }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch { result = .failure(error) }

  //
  listener.cancel()
  await listener.value
  return try result.get()
}
