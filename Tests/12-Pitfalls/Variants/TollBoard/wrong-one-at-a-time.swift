// wrong: measures one ship after the other
// rejected by: ships are measured at the same time as wrong

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
  var toll = toll
  var sum = 0
  for await arrival in arrivals {
    switch arrival {
    case .toll(let new): toll = new
    case .ship(let ship): sum += await measure(ship) * toll
    }
  }
  return sum
}
