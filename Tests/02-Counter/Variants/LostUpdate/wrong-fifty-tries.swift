// wrong: gives up after 50 tries, and announces a number that it has not written
// rejected by: each ship has a number of its own as wrong

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func set(_ ships: Int, ifStill expected: Int) -> Bool {
    guard self.ships == expected else { return false }
    self.ships = ships
    return true
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  var before = await port.ships
  var tries = 0
  while tries < 50, await !port.set(before + 1, ifStill: before) {
    tries += 1
    before = await port.ships
  }
  await announce(before + 1)
}
