/// A port, which counts the ships that arrive.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0

  /// Makes a port that no ship has reached yet.
  public init() {}

  /// Sets the number of ships.
  func set(_ ships: Int) {
    self.ships = ships
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
  // TODO(2.6): This looks right and loses ships. What may other tasks do at each `await`?
  let number = await port.ships + 1
  await announce(number)
  await port.set(number)
}
