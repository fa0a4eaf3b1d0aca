/// PCT: the task with the highest priority runs; at the change points, its priority becomes the
/// lowest.
///
/// See `Schedule.pct`.
final class PCT: Strategy {
  /// For priorities and change points, so that they do not depend on the program's choices.
  @exclusivity(unchecked) private var priorityGenerator: SeededGenerator
  /// The steps at which the running task gets the lowest priority.
  @exclusivity(unchecked) private var changePoints: Set<Int> = []
  @exclusivity(unchecked) private var steps = 0
  @exclusivity(unchecked) private var priorities: [Int32: Int32] = [:]
  @exclusivity(unchecked) private var lowest: Int32 = 0
  @exclusivity(unchecked) private var last: Int32 = -1
  @exclusivity(unchecked) private var inARow = 0

  /// A task that runs more often than this in a row, while others are ready, is polling for them.
  private static let mostInARow = 100

  init(seed: UInt64, depth: Int, steps: Int) {
    priorityGenerator = SeededGenerator(seed: seed ^ 0x5EED)
    for _ in 1..<max(depth, 1) { changePoints.insert(priorityGenerator.next(below: steps)) }
    super.init(seed: seed)
  }

  override func priority(ofTask task: Int32, yields: Bool) -> Int32 {
    // A task that yields wants all others to run; with a high priority, it would keep them out
    // forever.
    if yields { lower(task) }
    if let priority = priorities[task] { return priority }
    let priority = Int32(1 + priorityGenerator.next(below: 1 << 30))
    // Work of actors has no task of its own: each piece gets a priority of its own.
    if task >= 0 { priorities[task] = priority }
    return priority
  }

  override func nextJob(in ready: borrowing ReadyQueue) -> Pick {
    let index = ready.indexOfHighestPriority()
    let task = ready[index].task
    inARow = task == last ? inARow + 1 : 0
    last = task
    if changePoints.contains(steps) || inARow > Self.mostInARow { lower(task) }
    steps += 1
    return .index(index)
  }

  override func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int {
    defer { steps += 1 }
    guard changePoints.contains(steps) else { return 0 }
    lower(task)
    return 1 + ready.indexOfHighestPriority()
  }

  private func lower(_ task: Int32) {
    lowest -= 1
    priorities[task] = lowest
    inARow = 0
  }
}
