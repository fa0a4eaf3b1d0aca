// wrong: the toll of the beginning for every ship
// rejected by: a ship pays the toll of its arrival as wrong

public import Channels

/// What comes to a toll station.
public enum Arrival: Sendable {
  /// A ship with this name, which pays the toll on the board for each of its tons.
  case ship(String)

  /// A new toll, which is put on the board.
  case toll(Int)
}

/// Takes toll from every ship, and returns how much that was in all.
public func takeToll(
  _ toll: Int, from arrivals: ReceiveChannel<Arrival>,
  measure: @escaping @Sendable (String) async -> Int
) async -> Int {
  return await withTaskGroup(of: Int.self) { group in
    for await arrival in arrivals {
      switch arrival {
      case .toll: break
      case .ship(let ship):
        group.addTask { await measure(ship) * toll }
      }
    }
    return await group.reduce(0, +)
  }
}
