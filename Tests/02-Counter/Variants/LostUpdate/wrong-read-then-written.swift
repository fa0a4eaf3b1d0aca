// wrong: reads in one call of the actor and writes in another
// rejected by: three ships that arrive together are all counted as wrong

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
  let ships = await port.ships
  await port.set(ships + 1)
  await announce(ships + 1)
}
