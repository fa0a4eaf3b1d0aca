/// Says which schedule to run next, based on the runs so far.
struct ScheduleSource {
  private var plan: Plan
  private var list: ScheduleList
  private var search: SwitchSearch
  /// How many schedules of the list have been run.
  private var listed = 0

  private enum Plan {
    case list
    /// The usual order, to see how large the program is; then all schedules or a mix.
    case measure(budget: ScheduleBudget)
    /// All schedules up to a number, then those of the list.
    case all(left: Int)
    /// In turn, one of the search and two of the list, up to a number.
    case mix(left: Int)
  }

  init(_ schedules: Schedules) {
    list = .these([])
    search = SwitchSearch(limit: 1)
    switch schedules.plan {
    case .list(let schedules):
      plan = .list
      list = schedules
    case .automatic(let budget):
      plan = .measure(budget: budget)
      search = SwitchSearch(limit: budget.most)
    case .exhaustive(let limit):
      plan = .all(left: limit)
      search = SwitchSearch(limit: limit)
    }
  }

  /// Whether all schedules there are have been run, and nothing else.
  var hasRunAll: Bool { listed == 0 && search.hasRunAll }

  /// Whether each run of the search met the decisions that were asked for.
  var repeats: Bool { search.repeats }

  /// Whether the next run has to keep its decisions.
  var needsDecisions: Bool { isOfSearch }

  /// Whether the next schedule is one of the search.
  private var isOfSearch: Bool {
    switch plan {
    case .list: false
    case .measure, .all: true
    case .mix(let left): left % 3 == 0 && search.nextSchedule() != nil
    }
  }

  /// The next schedule, or `nil` when that was all.
  func next() -> Schedule? {
    switch plan {
    case .list: return listed < list.count ? list[listed] : nil
    case .measure: return search.nextSchedule()
    case .all(let left): return left > 0 ? search.nextSchedule() : nil
    case .mix(let left):
      guard left > 0 else { return nil }
      return isOfSearch ? search.nextSchedule() : list[listed]
    }
  }

  /// Takes note of the run that `next` asked for.
  mutating func ran(steps: Int, _ verdict: RunOutcome.Verdict, decisions: [Decision]) {
    if isOfSearch { search.ran(decisions) } else { listed += 1 }
    switch plan {
    case .list: return
    case .measure(let budget):
      let count = budget.schedules(ofSteps: steps)
      list = .mix(count, steps: steps)
      let isSmall = Self.size(of: decisions, limit: count) <= count && verdict != .stuck
      plan = isSmall ? .all(left: count - 1) : .mix(left: count - 1)
    case .all(let left):
      plan = .all(left: left - 1)
      // The program is larger than it looked: the rest is a sample of the other schedules.
      if left == 1, list.count > 0, search.nextSchedule() != nil {
        plan = .list
        list = .mix(max(list.count / 4, 1), steps: steps)
      }
    case .mix(let left): plan = .mix(left: left - 1)
    }
  }

  /// About how many schedules there are: exact when no decision depends on another.
  private static func size(of decisions: [Decision], limit: Int) -> Int {
    var size = 1
    for decision in decisions where size <= limit { size *= decision.count }
    return size
  }
}

/// How many schedules to run in a test that gives no number.
struct ScheduleBudget: Sendable {
  /// As many schedules as take this many steps together.
  var steps: Int
  /// The fewest and the most schedules.
  var least: Int
  var most: Int

  /// Small programs get many schedules, as each takes little time.
  static let usual = ScheduleBudget(steps: 4_000, least: 50, most: 1_000)

  /// The same number for each program.
  init(exactly count: Int) {
    self.init(steps: 0, least: count, most: count)
  }

  init(steps: Int, least: Int, most: Int) {
    self.steps = steps
    self.least = least
    self.most = most
  }

  func schedules(ofSteps count: Int) -> Int {
    min(max(steps / max(count, 1), least), most)
  }
}
