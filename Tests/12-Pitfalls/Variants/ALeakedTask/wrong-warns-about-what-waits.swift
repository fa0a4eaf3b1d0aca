// wrong: when a `warn` ends late, a cancelled `for await` still takes what waits
// rejected by: alarms that wait are left for the next ship as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    for await alarm in alarms { await warn(alarm) }
  }

  let outcome: Result<Int, any Error>
  do {
    outcome = .success(try await load())
  } catch {
    outcome = .failure(error)
  }
  listener.cancel()
  await listener.value
  return try outcome.get()
}
