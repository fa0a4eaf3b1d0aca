// wrong: announces every tenth ship twice
// rejected by: each ship has a number of its own as wrong
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
}

/// A variant of 2.6.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  let n = await port.admit()
  await announce(n)
  if n % 10 == 0 { await announce(n) }
}
