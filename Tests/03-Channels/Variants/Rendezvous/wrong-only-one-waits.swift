// wrong: closes to say that south is there: north waits, but south does not
// rejected by: south waits for north as wrong
internal import Channels

/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  let southIsThere = Channel<Bool>()
  async let north: Void = {
    await arrive("north")
    _ = await southIsThere.receive()
    await leave("north")
  }()
  async let south: Void = {
    await arrive("south")
    southIsThere.close()
    await leave("south")
  }()
  _ = await (north, south)
}
