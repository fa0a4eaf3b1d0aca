// wrong: a listener that was cancelled drops what it has taken
// rejected by: an alarm in the last moment is not lost as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    while let alarm = await alarms.receive() {
      if Task.isCancelled { return }
      await warn(alarm)
    }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch { result = .failure(error) }
  listener.cancel()
  await listener.value
  return try result.get()
}
