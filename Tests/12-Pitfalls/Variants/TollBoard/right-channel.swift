// right: payments come over a channel

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
  let payments = Channel<Int>()
  let cashier = Task { await payments.reduce(0, +) }
  let ships = WaitGroup()
  var toll = toll
  for await arrival in arrivals {
    switch arrival {
    case .toll(let new): toll = new
    case .ship(let ship):
      ships.add()
      Task { [toll] in
        await payments.send(await measure(ship) * toll)
        ships.done()
      }
    }
  }
  await ships.wait()
  payments.close()
  return await cashier.value
}
