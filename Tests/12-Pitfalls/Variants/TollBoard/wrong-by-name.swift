// wrong: keeps one toll for each name
// rejected by: a ship pays the toll of its arrival as wrong

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
  let tolls = Tolls()
  var toll = toll
  return await withTaskGroup(of: Int.self) { group in
    for await arrival in arrivals {
      switch arrival {
      case .toll(let new): toll = new
      case .ship(let ship):
        tolls.note(toll, for: ship)
        group.addTask {
          let tons = await measure(ship)
          return tons * tolls.toll(for: ship)
        }
      }
    }
    return await group.reduce(0, +)
  }
}

private final class Tolls: Sendable {
  private let tolls = Mutex<[String: Int]>([:])

  func note(_ toll: Int, for ship: String) { tolls.withLock { $0[ship] = toll } }

  func toll(for ship: String) -> Int { tolls.withLock { $0[ship] ?? 0 } }
}
