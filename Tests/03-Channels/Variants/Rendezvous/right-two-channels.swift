// right: each ship tells the other over a channel of its own, with a buffer
internal import Channels

/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  let north = Channel<Bool>(capacity: 1)
  let south = Channel<Bool>(capacity: 1)
  await withTaskGroup { group in
    for (ship, mine, other) in [("north", north, south), ("south", south, north)] {
      group.addTask {
        await arrive(ship)
        await mine.send(true)
        _ = await other.receive()
        await leave(ship)
      }
    }
  }
}
