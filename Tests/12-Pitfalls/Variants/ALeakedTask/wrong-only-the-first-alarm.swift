// wrong: passes on one alarm, and hears no other
// rejected by: alarms are passed on while the ship is loaded as deadlocked

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  async let _ = listen()
  return try await load()

  func listen() async {
    if let alarm = await alarms.receive() { await warn(alarm) }
  }
}
