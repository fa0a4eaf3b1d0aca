/// Makes the decisions of one run by the strategy of its schedule, and keeps them.
struct Chooser {
  private let strategy: Strategy
  /// Whether to ask for the priority of each ready job, which costs more than most decisions.
  private var hasRanks = false
  private var lastTask: Int32 = -1
  private var inARow = 0

  /// The decisions so far, when the run is told to keep them.
  private(set) var decisions: [Decision] = []
  private let keepsDecisions: Bool

  init(_ schedule: Schedule, keepsDecisions: Bool = false) {
    self.keepsDecisions = keepsDecisions
    switch schedule {
    case .firstInFirstOut: strategy = FirstInFirstOut()
    case .lastInFirstOut: strategy = LastInFirstOut()
    case .random(let seed): strategy = RandomOrder(seed: seed)
    case .pct(let seed, let depth, let steps):
      strategy = PCT(seed: seed, depth: depth, steps: steps)
      hasRanks = true
    case .switches(let switches): strategy = SwitchedOrder(switches)
    }
  }

  /// The priority of a job that becomes ready, where the strategy has priorities.
  func priority(ofTask task: Int32, yields: Bool) -> Int32 {
    hasRanks ? strategy.priority(ofTask: task, yields: yields) : 0
  }

  /// Which of the ready jobs runs next, after a job of `task` ran.
  mutating func nextJob(in ready: borrowing ReadyQueue, after task: Int32) -> Int {
    guard ready.count > 1 else { return 0 }
    let (index, place): (Int, Int)
    switch strategy.nextJob(in: ready) {
    case .index(let chosen):
      guard keepsDecisions else { return chosen }
      let usual = usual(in: ready, after: task)
      (index, place) = (chosen, chosen == usual ? 0 : chosen < usual ? chosen + 1 : chosen)
    case .place(let chosen):
      let usual = usual(in: ready, after: task)
      (index, place) = (chosen == 0 ? usual : chosen <= usual ? chosen - 1 : chosen, chosen)
    }
    keep(Decision(choice: place, count: ready.count, subject: ready[index].subject))
    return index
  }

  /// Place 0: the same task again or, if it waits or has run too often in a row, the oldest job.
  private mutating func usual(in ready: borrowing ReadyQueue, after task: Int32) -> Int {
    // A task that polls a channel is ready again and again, and would keep all others out.
    inARow = task == lastTask ? inARow + 1 : 0
    lastTask = task
    if inARow > 100 {
      inARow = 0
      return 0
    }
    return ready.index(ofTask: task) ?? 0
  }

  /// Which of the ready jobs goes first where `task` is in the middle of a job; `nil` lets the task
  /// go on.
  mutating func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int? {
    let place = strategy.pause(in: ready, of: task)
    let subject = place == 0 ? task : ready[place - 1].subject
    keep(Decision(choice: place, count: ready.count + 1, subject: subject))
    return place == 0 ? nil : place - 1
  }

  /// A choice of the program itself, such as among the ready cases of a `select`.
  mutating func choice(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let choice = strategy.choice(below: bound)
    keep(Decision(choice: choice, count: bound))
    return choice
  }

  private mutating func keep(_ decision: Decision) {
    if keepsDecisions { decisions.append(decision) }
  }
}
