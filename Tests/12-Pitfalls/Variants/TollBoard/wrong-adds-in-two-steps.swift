// wrong: reads the sum and writes it under two locks, so what a ship pays is lost
// rejected by: a ship pays the toll of its arrival as wrong
public import Channels
import Synchronization

/// An arrival at a toll station.
public enum Arrival: Sendable {
  /// A ship with this name, which pays the toll on the board for each of its tons.
  case ship(String)

  /// A new toll, which is put on the board.
  case toll(Int)
}

public func takeToll(
  _ toll: Int, from arrivals: ReceiveChannel<Arrival>,
  measure: @escaping @Sendable (String) async -> Int
) async -> Int {
  let paid = Board(0)
  await withDiscardingTaskGroup { group in
    var toll = toll
    for await arrival in arrivals {
      switch arrival {
      case .toll(let next): toll = next
      case .ship(let ship):
        group.addTask { [toll] in
          let tons = await measure(ship)
          paid.show(paid.toll + tons * toll)
        }
      }
    }
  }
  return paid.toll
}

/// Shows the toll, and can be changed.
final class Board: Sendable {
  private let shown: Mutex<Int>

  var toll: Int { shown.withLock { $0 } }

  init(_ toll: Int) {
    shown = Mutex(toll)
  }

  func show(_ toll: Int) {
    shown.withLock { $0 = toll }
  }
}
