/// The usual order except for a list of switches, for the exhaustive search or a replay.
final class SwitchedOrder: Strategy {
  private let switches: [Schedule.Switch]
  @exclusivity(unchecked) private var next = 0
  @exclusivity(unchecked) private var made = 0

  init(_ switches: [Schedule.Switch]) {
    self.switches = switches
    super.init()
  }

  override func nextJob(in ready: borrowing ReadyQueue) -> Pick {
    .place(place(below: ready.count))
  }

  override func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int {
    place(below: ready.count + 1)
  }

  override func choice(below bound: Int) -> Int { place(below: bound) }

  /// Each decision is counted, and is the usual one, place 0, where no switch asks for another.
  private func place(below count: Int) -> Int {
    defer { made += 1 }
    guard next < switches.count, switches[next].decision == made else { return 0 }
    next += 1
    return min(switches[next - 1].choice, count - 1)
  }
}
