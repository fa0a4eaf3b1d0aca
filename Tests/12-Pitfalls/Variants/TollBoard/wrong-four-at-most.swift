// wrong: measures four ships at the same time, and lets the fifth wait
// rejected by: a hundred ships are measured at the same time as wrong
public import Channels
import Synchronization

/// What comes to a toll station.
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
  await withTaskGroup(of: Int.self) { group in
    var current = toll
    var sum = 0
    var running = 0
    for await arrival in arrivals {
      switch arrival {
      case .toll(let new): current = new
      case .ship(let ship):
        if running == 4 {
          sum += await group.next() ?? 0
          running -= 1
        }
        running += 1
        group.addTask { [current] in await measure(ship) * current }
      }
    }
    for await paid in group { sum += paid }
    return sum
  }
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
