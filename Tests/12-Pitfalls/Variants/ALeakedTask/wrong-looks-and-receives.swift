// wrong: sees an alarm and waits for it, but another ship may take it first
// rejected by: an alarm in the last moment is not lost as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let loaded = Channel<Void>()
  let listener = Task {
    while case .nothing = loaded.tryReceive() {
      let alarm: String?
      if alarms.count > 0 {
        alarm = await alarms.receive()
      } else {
        alarm = await select {
          Receive(from: alarms)
          Receive(from: loaded) { _ in nil }
        }
      }
      guard let alarm else { return }
      await warn(alarm)
    }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch { result = .failure(error) }
  loaded.close()
  await listener.value
  return try result.get()
}
