// right: looks at the board before it starts the task

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
  let board = Board(toll)
  return await withTaskGroup(of: Int.self) { group in
    for await arrival in arrivals {
      switch arrival {
      case .toll(let toll): board.show(toll)
      case .ship(let ship):
        let valid = board.toll
        group.addTask { await measure(ship) * valid }
      }
    }
    return await group.reduce(0, +)
  }
}

private final class Board: Sendable {
  private let shown: Mutex<Int>

  var toll: Int { shown.withLock { $0 } }

  init(_ toll: Int) { shown = Mutex(toll) }

  func show(_ toll: Int) { shown.withLock { $0 = toll } }
}
