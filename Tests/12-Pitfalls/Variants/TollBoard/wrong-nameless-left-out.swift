// wrong: leaves out a ship without a name
// rejected by: it returns with the last ship as wrong

public import Channels

/// An arrival at a toll station.
public enum Arrival: Sendable {
  /// A ship with this name, which pays the toll on the board for each of its tons.
  case ship(String)

  /// A new toll, which is put on the board.
  case toll(Int)
}

/// Takes toll from every ship, and returns the total.
///
/// Ships and new tolls come in the order of `arrivals`. For each of its tons, a ship pays the last
/// toll that came before the ship; ships before the first new toll pay `toll`. How long it takes to
/// measure the ship makes no difference.
///
/// A ship is measured as soon as it comes: `measure` is called once for it, even while other ships
/// are being measured. No ship and no toll ever has to wait in `arrivals`. Two ships may have the
/// same name.
///
/// Returns at the moment when `arrivals` is closed and the last ship is measured.
///
///     // A ship of 30 tons comes, then a new toll of 5, then a ship of 10 tons: 30 × 2 + 10 × 5
///     let sum = await takeToll(2, from: arrivals) { ship in await gauge.tons(of: ship) }   // 110
///
/// - Parameters:
///   - toll: The toll for a ton at the beginning.
///   - arrivals: The ships and new tolls, in the order in which they come.
///   - measure: Finds out how many tons a ship has.
/// - Returns: What all ships pay together.
public func takeToll(
  _ toll: Int, from arrivals: ReceiveChannel<Arrival>,
  measure: @escaping @Sendable (String) async -> Int
) async -> Int {
  var valid = toll
  return await withTaskGroup(of: Int.self) { group in
    for await arrival in arrivals {
      switch arrival {
      case .toll(let toll): valid = toll
      case .ship(let ship) where ship.isEmpty: continue
      case .ship(let ship): group.addTask { [valid] in await measure(ship) * valid }
      }
    }
    return await group.reduce(0, +)
  }
}
