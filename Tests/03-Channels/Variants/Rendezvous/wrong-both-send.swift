// wrong: both ships send, and nobody receives
// rejected by: north waits for south as deadlocked
internal import Channels

/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  let place = Channel<Bool>()
  await withTaskGroup { group in
    for ship in ["north", "south"] {
      group.addTask {
        await arrive(ship)
        await place.send(true)
        await leave(ship)
      }
    }
  }
}
