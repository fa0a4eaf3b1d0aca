// wrong: a buffer, so that the one that sends does not wait for the other
// rejected by: north waits for south as wrong
internal import Channels

/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  let place = Channel<Bool>(capacity: 1)
  async let north: Void = {
    await arrive("north")
    await place.send(true)
    await leave("north")
  }()
  async let south: Void = {
    await arrive("south")
    _ = await place.receive()
    await leave("south")
  }()
  _ = await (north, south)
}
