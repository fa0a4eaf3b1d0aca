/// The ranks of tasks in a schedule of the kind `ranked`.
struct Ranks {
  private var generator: SeededGenerator
  /// The steps at which the running task falls behind all others.
  private var falls: Set<Int> = []
  private var steps = 0
  private var ranks: [Int32: Int32] = [:]
  private var lowest: Int32 = 0
  private var last: Int32 = -1
  private var inARow = 0

  /// A task that runs so often in a row while others are ready waits for them by polling.
  private static let patience = 100

  init(seed: UInt64, depth: Int, steps: Int) {
    generator = SeededGenerator(seed: seed ^ 0x5EED)
    for _ in 1..<max(depth, 1) { falls.insert(generator.next(below: steps)) }
  }

  mutating func rank(of task: Int32, yields: Bool) -> Int32 {
    // A task that yields wants all others to run; ranked high, it would keep them out forever.
    if yields { fall(task) }
    if let rank = ranks[task] { return rank }
    let rank = Int32(1 + generator.next(below: 1 << 30))
    // Work of actors has no task of its own: each piece is drawn by itself.
    if task >= 0 { ranks[task] = rank }
    return rank
  }

  /// A job of `task` is about to run while others could.
  mutating func stepped(_ task: Int32) {
    inARow = task == last ? inARow + 1 : 0
    last = task
    if falls.contains(steps) || inARow > Self.patience { fall(task) }
    steps += 1
  }

  /// A job of `task` is in its middle; whether the task falls behind all others here.
  mutating func passed(_ task: Int32) -> Bool {
    defer { steps += 1 }
    guard falls.contains(steps) else { return false }
    fall(task)
    return true
  }

  private mutating func fall(_ task: Int32) {
    lowest -= 1
    ranks[task] = lowest
    inARow = 0
  }
}
