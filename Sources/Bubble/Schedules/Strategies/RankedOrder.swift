/// PCT: the highest rank runs, and at some steps the running task falls behind; see `Schedule.ranked`.
final class RankedOrder: Strategy {
  /// For ranks and falls, so that they do not depend on the program's choices.
  @exclusivity(unchecked) private var ranksGenerator: SeededGenerator
  /// The steps at which the running task falls behind all others.
  @exclusivity(unchecked) private var falls: Set<Int> = []
  @exclusivity(unchecked) private var steps = 0
  @exclusivity(unchecked) private var ranks: [Int32: Int32] = [:]
  @exclusivity(unchecked) private var lowest: Int32 = 0
  @exclusivity(unchecked) private var last: Int32 = -1
  @exclusivity(unchecked) private var inARow = 0

  /// A task that runs so often in a row while others are ready waits for them by polling.
  private static let patience = 100

  init(seed: UInt64, depth: Int, steps: Int) {
    ranksGenerator = SeededGenerator(seed: seed ^ 0x5EED)
    for _ in 1..<max(depth, 1) { falls.insert(ranksGenerator.next(below: steps)) }
    super.init(seed: seed)
  }

  override func rank(ofTask task: Int32, yields: Bool) -> Int32 {
    // A task that yields wants all others to run; ranked high, it would keep them out forever.
    if yields { fall(task) }
    if let rank = ranks[task] { return rank }
    let rank = Int32(1 + ranksGenerator.next(below: 1 << 30))
    // Work of actors has no task of its own: each piece is drawn by itself.
    if task >= 0 { ranks[task] = rank }
    return rank
  }

  override func nextJob(in ready: borrowing ReadyQueue) -> Pick {
    let index = ready.indexOfHighestRank()
    let task = ready[index].task
    inARow = task == last ? inARow + 1 : 0
    last = task
    if falls.contains(steps) || inARow > Self.patience { fall(task) }
    steps += 1
    return .index(index)
  }

  override func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int {
    defer { steps += 1 }
    guard falls.contains(steps) else { return 0 }
    fall(task)
    return 1 + ready.indexOfHighestRank()
  }

  private func fall(_ task: Int32) {
    lowest -= 1
    ranks[task] = lowest
    inARow = 0
  }
}
