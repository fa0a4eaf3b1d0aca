// wrong: sees an alarm and tries to take it, and stops listening if another ship was faster
// rejected by: an alarm in the last moment is not lost as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    while !Task.isCancelled, let alarm = await nextAlarm(alarms) { await warn(alarm) }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch { result = .failure(error) }
  listener.cancel()
  await listener.value
  return try result.get()
}

private func nextAlarm(_ alarms: ReceiveChannel<String>) async -> String? {
  if alarms.count > 0 {
    guard case .element(let alarm) = alarms.tryReceive() else { return nil }
    return alarm
  }
  return await alarms.receive()
}
