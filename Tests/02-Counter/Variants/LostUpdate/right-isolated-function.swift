// right: a closure that runs on the actor from its beginning to its end

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func change<Result: Sendable>(_ body: @Sendable (isolated Port) -> Result) -> Result {
    body(self)
  }

  func set(_ ships: Int) {
    self.ships = ships
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  let number = await port.change { port in
    port.set(port.ships + 1)
    return port.ships
  }
  await announce(number)
}
