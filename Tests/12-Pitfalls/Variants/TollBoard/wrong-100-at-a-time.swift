// wrong: measures at most 100 ships at the same time
// rejected by: a hundred ships are measured at the same time as wrong
public import Channels

/// An arrival at a toll station.
public enum Arrival: Sendable {
  case ship(String)

  case toll(Int)
}

/// A variant of 12.10.
public func takeToll(
  _ toll: Int, from arrivals: ReceiveChannel<Arrival>,
  measure: @escaping @Sendable (String) async -> Int
) async -> Int {
  var valid = toll
  return await withTaskGroup(of: Int.self) { group in
    var sum = 0
    var busy = 0
    for await arrival in arrivals {
      switch arrival {
      case .toll(let toll): valid = toll
      case .ship(let ship):
        if busy == 100 {
          sum += await group.next() ?? 0
        } else {
          busy += 1
        }
        group.addTask { [valid] in await measure(ship) * valid }
      }
    }
    return await group.reduce(sum, +)
  }
}
