/// Says which schedule to run next, from what the runs before were like.
struct ScheduleSource {
  private var plan: Plan
  private var list: ScheduleList
  /// How many runs there have been, and how many of the list.
  private var count = 0
  private var listed = 0

  private enum Plan {
    case list
    /// First-in-first-out, to see how large the program is; then all schedules or a mix.
    case measure(mix: Int, limit: Int)
    /// Depth first over all decisions, at most so many, then the mix.
    case all(next: [Decision], limit: Int, mix: Int)
    case done
  }

  init(_ schedules: Schedules) {
    list = .these([])
    switch schedules.plan {
    case .list(let schedules):
      plan = .list
      list = schedules
    case .automatic(let mix): plan = .measure(mix: mix, limit: 500)
    case .exhaustive(let limit): plan = .all(next: [], limit: limit, mix: 0)
    }
  }

  /// Whether all schedules there are have been run.
  private(set) var hasRunAll = false

  /// Whether the next run has to keep its decisions.
  var needsTrail: Bool {
    switch plan {
    case .measure, .all: true
    case .list, .done: false
    }
  }

  /// The next schedule, or `nil` when that was all.
  func next() -> Schedule? {
    switch plan {
    case .list: listed < list.count ? list[listed] : nil
    case .measure: .switches([])
    case .all(let next, _, _): Schedule(next)
    case .done: nil
    }
  }

  /// Takes note of the run that `next` asked for.
  mutating func ran(steps: Int, _ verdict: RunOutcome.Verdict, trail: [Decision]) {
    count += 1
    switch plan {
    case .list: listed += 1
    case .measure(let mix, let limit):
      let isSmall = Self.size(of: trail, limit: limit) <= limit && verdict != .stuck
      if isSmall {
        planAll(after: trail, limit: limit, mix: mix)
      } else {
        planMix(of: mix - 1, steps)
      }
    case .all(_, let limit, let mix): planAll(after: trail, limit: limit, mix: mix)
    case .done: break
    }
  }

  /// After a run with these decisions the last that has another possibility takes it.
  private mutating func planAll(after trail: [Decision], limit: Int, mix: Int) {
    guard let last = trail.lastIndex(where: { $0.choice + 1 < $0.count }) else {
      hasRunAll = true
      plan = .done
      return
    }
    guard count < limit else { return planMix(of: mix, trail.count) }
    var next = Array(trail[...last])
    next[last].choice += 1
    plan = .all(next: next, limit: limit, mix: mix)
  }

  private mutating func planMix(of count: Int, _ steps: Int) {
    list = .mix(count, steps: steps)
    plan = .list
  }

  /// About how many schedules there are: exact when no decision depends on another.
  private static func size(of trail: [Decision], limit: Int) -> Int {
    var size = 1
    for decision in trail where size <= limit { size *= decision.count }
    return size
  }
}
