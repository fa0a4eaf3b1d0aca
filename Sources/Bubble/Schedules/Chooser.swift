/// Makes the decisions of one run.
struct Chooser {
  private let schedule: Schedule
  private var generator: SeededGenerator
  private var made = 0
  private var nextSwitch = 0
  private var ranks: Ranks?
  private var lastTask: Int32 = -1
  private var inARow = 0

  /// The decisions so far, when the run is told to keep them.
  private(set) var decisions: [Decision] = []
  private let keepsDecisions: Bool

  init(_ schedule: Schedule, keepsDecisions: Bool = false) {
    self.schedule = schedule
    self.keepsDecisions = keepsDecisions
    switch schedule {
    case .firstInFirstOut, .lastInFirstOut, .switches: generator = SeededGenerator(seed: 0)
    case .random(let seed): generator = SeededGenerator(seed: seed)
    case .ranked(let seed, let depth, let steps):
      generator = SeededGenerator(seed: seed)
      ranks = Ranks(seed: seed, depth: depth, steps: steps)
    }
  }

  /// The rank of a job that becomes ready; other strategies than `ranked` have none.
  mutating func rank(ofTask task: Int32, yields: Bool) -> Int32 {
    ranks?.rank(of: task, yields: yields) ?? 0
  }

  /// Which of the ready jobs runs next, after a job of `task` ran.
  mutating func nextJob(in ready: borrowing ReadyQueue, after task: Int32) -> Int {
    let count = ready.count
    guard count > 1 else { return 0 }
    switch schedule {
    case .firstInFirstOut: return kept(0, in: ready, after: task)
    case .lastInFirstOut:
      // Two tasks that wake each other, or one that polls, would keep all others out forever.
      made += 1
      return kept(made.isMultiple(of: 64) ? 0 : count - 1, in: ready, after: task)
    case .random: return kept(generator.next(below: count), in: ready, after: task)
    case .ranked:
      let index = ready.indexOfHighestRank()
      ranks?.stepped(ready[index].task)
      return kept(index, in: ready, after: task)
    case .switches:
      let place = place(below: count)
      let index = order(place, usual: usual(in: ready, after: task))
      keep(Decision(choice: place, count: count, subject: ready[index].subject))
      return index
    }
  }

  /// The same task again, or when it waits or is not patient any more, the oldest job.
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

  /// Which of the ready jobs goes first where `task` is in the middle of a job; `nil` lets the task go on.
  mutating func pause(in ready: borrowing ReadyQueue, of task: Int32) -> Int? {
    let count = ready.count
    var index: Int?
    switch schedule {
    case .firstInFirstOut, .lastInFirstOut: return nil
    case .random:
      // Most tasks go on: a run has few pauses, and they shall not all come at its beginning.
      if generator.next(below: 4) == 0 { index = generator.next(below: count) }
    case .ranked:
      if ranks?.passed(task) == true { index = ready.indexOfHighestRank() }
    case .switches:
      let place = place(below: count + 1)
      if place > 0 { index = place - 1 }
    }
    keep(
      Decision(
        choice: index.map { $0 + 1 } ?? 0, count: count + 1,
        subject: index.map { ready[$0].subject } ?? task))
    return index
  }

  /// A choice of the program itself, such as among the ready cases of a `select`.
  mutating func choice(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    var choice = 0
    if case .switches = schedule {
      choice = place(below: bound)
    } else {
      choice = generator.next(below: bound)
    }
    keep(Decision(choice: choice, count: bound))
    return choice
  }

  /// The place, counted from the usual possibility, that the list of switches asks for now.
  private mutating func place(below count: Int) -> Int {
    guard case .switches(let switches) = schedule else { return 0 }
    var place = 0
    if nextSwitch < switches.count, switches[nextSwitch].decision == made {
      place = min(switches[nextSwitch].choice, count - 1)
      nextSwitch += 1
    }
    made += 1
    return place
  }

  /// Turns a place after the usual job into an index: the usual one stands first, the others follow.
  private func order(_ place: Int, usual: Int) -> Int {
    if place == 0 { return usual }
    return place <= usual ? place - 1 : place
  }

  private mutating func kept(_ index: Int, in ready: borrowing ReadyQueue, after task: Int32) -> Int
  {
    guard keepsDecisions else { return index }
    let usual = usual(in: ready, after: task)
    let place = index == usual ? 0 : index < usual ? index + 1 : index
    keep(Decision(choice: place, count: ready.count, subject: ready[index].subject))
    return index
  }

  private mutating func keep(_ decision: Decision) {
    if keepsDecisions { decisions.append(decision) }
  }
}
