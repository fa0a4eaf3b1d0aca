// wrong: loads first, and then takes what is there
// rejected by: alarms are passed on while the ship is loaded as deadlocked

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let crates = try await load()
  while case .element(let alarm) = alarms.tryReceive() { await warn(alarm) }
  return crates
}
