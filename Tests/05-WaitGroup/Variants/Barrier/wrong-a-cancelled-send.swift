// wrong: the last ship sends to each of the others, and a send in a cancelled task may send nothing
// rejected by: cancelling does not end a wait as wrong

internal import Channels
internal import Synchronization

public final class Barrier: Sendable {
  private let ships: Int
  private let round = Mutex((arrived: 0, gate: Channel<Void>()))

  public init(ships: Int) { self.ships = ships }

  public func meet() async {
    let (isLast, gate) = round.withLock { round in
      let gate = round.gate
      round.arrived += 1
      guard round.arrived == ships else { return (false, gate) }
      round = (0, Channel())
      return (true, gate)
    }
    if isLast {
      for _ in 0..<ships - 1 { await gate.send(()) }
    } else {
      await Task { _ = await gate.receive() }.value
    }
  }
}
