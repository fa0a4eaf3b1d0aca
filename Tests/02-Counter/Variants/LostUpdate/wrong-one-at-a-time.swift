// wrong: no update is lost, but every ship waits for the announcements before its own
// rejected by: announcements do not hold up the others as wrong

/// The port's list of ships.
public actor Port {
  /// How many ships have arrived.
  public private(set) var ships = 0
  private var isOccupied = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Makes a port that no ship has reached yet.
  public init() {}

  func enter() async {
    if isOccupied {
      await withCheckedContinuation { waiting.append($0) }
    }
    isOccupied = true
  }

  func leave() {
    if waiting.isEmpty {
      isOccupied = false
    } else {
      waiting.removeFirst().resume()
    }
  }

  func set(_ ships: Int) {
    self.ships = ships
  }
}

/// Counts one more ship, and announces the number that this ship has got.
public func arrive(in port: Port, announce: @escaping @Sendable (Int) async -> Void) async {
  await port.enter()
  let number = await port.ships + 1
  await announce(number)
  await port.set(number)
  await port.leave()
}
