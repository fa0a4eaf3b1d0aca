// right: a channel that is closed when the listener should stop, as in Go

public import Channels

/// Loads a ship, and passes on the alarms that arrive in the meantime.
public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let stop = Channel<Never>()
  let listener = Task {
    var source: ReceiveChannel<String>? = alarms
    while stop.tryReceive() != .closed {
      let (alarm, isOver): (String?, Bool) = await select {
        Receive(from: source) { ($0, false) }
        Receive(from: stop) { _ in (nil, true) }
      }
      if isOver { return }
      if let alarm { await warn(alarm) } else { source = nil }
    }
  }
  do {
    let crates = try await load()
    stop.close()
    await listener.value
    return crates
  } catch {
    stop.close()
    await listener.value
    throw error
  }
}
