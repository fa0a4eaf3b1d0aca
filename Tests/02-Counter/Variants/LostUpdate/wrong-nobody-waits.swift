// wrong: announces in a task that nobody waits for
// rejected by: announcements do not hold up the others as wrong
/// A port, which counts the ships that arrive.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  /// Counts one more ship, and returns its number.
  func next() -> Int {
    ships += 1
    return ships
  }
}

/// A variant of 2.6.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  let number = await port.next()
  Task { await announce(number) }
}
