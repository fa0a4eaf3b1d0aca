// wrong: counts in one call, and asks for the number in another
// rejected by: each ship has a number of its own as wrong

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func admit() {
    ships += 1
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  await port.admit()
  let number = await shipsSoFar(in: port)
  await announce(number)
}

private func shipsSoFar(in port: Port) async -> Int {
  await port.ships
}
