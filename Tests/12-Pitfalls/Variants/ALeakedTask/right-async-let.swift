// right: a child task, which ends with the scope

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  async let _ = listen()
  return try await load()

  @Sendable func listen() async {
    while !Task.isCancelled, let alarm = await alarms.receive() { await warn(alarm) }
  }
}
