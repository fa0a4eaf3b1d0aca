// wrong: gives the number first and counts the ship after its announcement
// rejected by: a ship is counted when it is announced as wrong
/// A port, which counts the ships that arrive.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  func admit() -> Int {
    ships += 1
    return ships
  }
  var given = 0
  func give() -> Int { given += 1; return given }
  func count() { ships += 1 }
}

/// A variant of 2.6.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  let n = await port.give()
  await announce(n)
  await port.count()
}
