// right: a function gets the toll as an argument

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
  var payments: [Task<Int, Never>] = []
  for await arrival in arrivals {
    switch arrival {
    case .toll(let new): toll = new
    case .ship(let ship): payments.append(payment(of: ship, at: toll, measure: measure))
    }
  }
  var sum = 0
  for payment in payments { sum += await payment.value }
  return sum
}

private func payment(
  of ship: String, at toll: Int, measure: @escaping @Sendable (String) async -> Int
) -> Task<Int, Never> {
  Task { await measure(ship) * toll }
}
