// wrong: the warning is a task of its own, for which no one waits
// rejected by: a warning under way is finished as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    for await alarm in alarms { Task { await warn(alarm) } }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch { result = .failure(error) }
  listener.cancel()
  await listener.value
  return try result.get()
}
