internal import Channels

/// Lets two ships, "north" and "south", sail to the same place, and go on only when both are there.
///
/// Both sail at the same time. Each ship arrives with `arrive(name)`, however long that takes. The
/// ship that is there first waits for the other. Then both leave at the same time, with
/// `leave(name)`. Returns when both have left, and leaves nothing running. The caller is never
/// cancelled in this exercise.
///
///     // "north" arrives at 9 o'clock and "south" at 11: both leave at 11.
///     await rendezvous { ship in await sail(ship) } leave: { ship in await goHome(ship) }
///
/// - Parameters:
///   - arrive: Sails a ship to the place; returns when it is there.
///   - leave: Sails a ship away again.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  // No buffer: a send and its receive end together, when both tasks are there. It does not matter
  // which ship sends. With a buffer, the one that sends would not wait for the other.
  let place = Channel<Bool>()
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
