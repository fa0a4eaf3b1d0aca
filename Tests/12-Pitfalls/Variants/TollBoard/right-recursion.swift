// right: a call for each arrival, with `async let`

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
  while let arrival = await arrivals.receive() {
    switch arrival {
    case .toll(let new): toll = new
    case .ship(let ship):
      async let tons = measure(ship)
      let others = await takeToll(toll, from: arrivals, measure: measure)
      return await tons * toll + others
    }
  }
  return 0
}
