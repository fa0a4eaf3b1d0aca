/// The port's list of ships; `arrive(in:announce:)` adds to it.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  /// Counts one more ship, and returns its number.
  ///
  /// Reads and writes without an `await` between, so no other task can come in between. An actor
  /// protects its state from other tasks only up to the next `await`.
  func admit() -> Int {
    ships += 1
    return ships
  }
}

/// Counts one more ship, and then announces the number that this ship has got.
///
/// The ships of a port get the numbers 1, 2, 3, …, however many arrive at the same time: none is
/// given twice, and none is left out. To announce a number may take a while. Ships do not wait for
/// each other's announcements.
///
///     await arrive(in: port) { number in print("ship \(number)") }   // ship 1
///
/// - Parameters:
///   - port: Where the ship arrives.
///   - announce: Is told the ship's number.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  // One `await`: whatever happens inside the actor's method, nobody sees it half done.
  let number = await port.admit()

  // The number is this ship's own by now; asking the port again could give another ship's.
  await announce(number)
}
