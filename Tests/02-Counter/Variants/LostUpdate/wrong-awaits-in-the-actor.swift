// wrong: inside the actor, but with an await between reading and writing
// rejected by: three ships that arrive together are all counted as wrong

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func admit(_ announce: @Sendable (Int) async -> Void) async {
    let number = ships + 1
    await announce(number)
    ships = number
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  await port.admit(announce)
}
