// wrong: a ship whose task is cancelled is not counted
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
}

/// A variant of 2.6.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  if Task.isCancelled { return }
  await announce(port.admit())
}
