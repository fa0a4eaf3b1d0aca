// right: the actor counts, and keeps the number in a constant while it announces

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func admit(_ announce: @Sendable (Int) async -> Void) async {
    ships += 1
    let number = ships
    await announce(number)
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  await port.admit(announce)
}
