// wrong: returns when the channel is closed, with what was paid by then
// rejected by: a ship pays the toll of its arrival as wrong
// rejected by: it returns with the last ship as wrong

public import Channels
internal import Synchronization

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
  let paid = Cashbox()
  for await arrival in arrivals {
    switch arrival {
    case .toll(let new): toll = new
    case .ship(let ship):
      let valid = toll
      Task {
        let tons = await measure(ship)
        paid.add(tons * valid)
      }
    }
  }
  return paid.sum
}

private final class Cashbox: Sendable {
  private let coins = Mutex(0)

  var sum: Int { coins.withLock { $0 } }

  func add(_ coins: Int) { self.coins.withLock { $0 += coins } }
}
