// wrong: sleeps longer with each ship, and hopes that none comes in between
// rejected by: three ships that arrive together are all counted as wrong
// rejected by: each ship has a number of its own as wrong
// rejected by: a ship is counted when it is announced as wrong

import Synchronization

private let tickets = Atomic<Int>(0)

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func set(_ ships: Int) {
    self.ships = ships
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  let ticket = tickets.add(1, ordering: .relaxed).newValue
  await Task { try? await Task.sleep(for: .nanoseconds(ticket)) }.value
  let ships = await port.ships
  await port.set(ships + 1)
  await announce(ships + 1)
}
