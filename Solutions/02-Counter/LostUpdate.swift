/// A port, which counts the ships that arrive.
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

/// Counts one more ship, and then announces this ship's number.
///
/// The ships of a port get the numbers 1, 2, 3, …, no matter how many arrive at the same time: no
/// number is given twice or left out. An announcement may take a while, and the call returns when it
/// has ended. Ships do not wait for each other's announcements. Cancellation changes nothing.
///
///     await arrive(in: port) { number in print("ship \(number)") }   // ship 1
///
/// - Parameters:
///   - port: The port where the ship arrives.
///   - announce: Gets the ship's number.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  // One `await`: no other task sees the work of the actor's method half done.
  let number = await port.admit()

  // The number belongs to this ship now; asking the port again could return another ship's number.
  await announce(number)
}
