// right: numbered tickets, from which each ship knows its round

/// A meeting point at sea.
public final class Barrier: Sendable {
  private let ships: Int
  private let desk = Desk()

  /// Makes a barrier that no ship has reached yet.
  ///
  /// - Parameter ships: How many ships meet in each round; at least one.
  public init(ships: Int) {
    self.ships = ships
  }

  /// Arrives, and waits until enough ships have arrived in this round.
  public func meet() async {
    let ticket = await desk.arrive()
    let isLast = ticket % ships == ships - 1
    if isLast { await desk.release(round: ticket / ships) }
    await desk.wait(for: ticket / ships)
  }
}

private actor Desk {
  private var arrivals = 0
  private var released = -1
  private var waiting: [(round: Int, ship: CheckedContinuation<Void, Never>)] = []

  func arrive() -> Int {
    defer { arrivals += 1 }
    return arrivals
  }

  func release(round: Int) {
    released = max(released, round)
    for entry in waiting where entry.round <= released { entry.ship.resume() }
    waiting.removeAll { $0.round <= released }
  }

  func wait(for round: Int) async {
    if round <= released { return }
    await withCheckedContinuation { waiting.append((round, $0)) }
  }
}
