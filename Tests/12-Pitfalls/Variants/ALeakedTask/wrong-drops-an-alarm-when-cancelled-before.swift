// wrong: takes an alarm in a caller that was cancelled before, and drops it
// rejected by: an alarm in the last moment is not lost as wrong

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let begunCancelled = Task.isCancelled
  async let _: Void = {
    while let alarm = await alarms.receive() {
      if begunCancelled { return }
      await warn(alarm)
      if Task.isCancelled { return }
    }
  }()
  return try await load()
}
