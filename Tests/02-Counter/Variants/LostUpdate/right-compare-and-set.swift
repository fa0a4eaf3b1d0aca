// right: writes only if nobody else has written meanwhile, and tries again otherwise

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
  while await !port.set(before + 1, ifStill: before) {
    before = await port.ships
  }
  await announce(before + 1)
}
