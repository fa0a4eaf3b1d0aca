// wrong: reads the actor's number again after an await
// rejected by: each ship has a number of its own as wrong

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func admit(_ announce: @Sendable (Int) async -> Void) async {
    ships += 1
    await Task.yield()
    await announce(ships)
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  await port.admit(announce)
}
