/// Says which schedule to run next, from what the runs before were like.
struct ScheduleSource {
  private var plan: Plan
  private var isExhaustive = false
  private var count = 0

  private enum Plan {
    case list(ArraySlice<Schedule>)
    /// First-in-first-out, to see how large the program is; then all schedules or a mix.
    case measure(mix: Int, limit: Int)
    /// Depth first over all decisions, at most so many, then the mix.
    case all(next: [Decision], limit: Int, mix: Int)
    case done
  }

  init(_ schedules: Schedules) {
    switch schedules.plan {
    case .list(let list): plan = .list(list[...])
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
    case .list(let list): list.first
    case .measure: .switches([])
    case .all(let next, _, _): Schedule(next)
    case .done: nil
    }
  }

  /// Takes note of the run that `next` asked for.
  mutating func ran(_ outcome: RunOutcome, trail: [Decision]) {
    count += 1
    switch plan {
    case .list(let list): plan = list.count > 1 ? .list(list.dropFirst()) : .done
    case .measure(let mix, let limit):
      let isSmall = Self.size(of: trail, limit: limit) <= limit && outcome.verdict != .stuck
      plan =
        isSmall
        ? after(trail, limit: limit, mix: mix) : .list(Self.mix(mix - 1, outcome.steps)[...])
    case .all(_, let limit, let mix): plan = after(trail, limit: limit, mix: mix)
    case .done: break
    }
  }

  /// The plan after a run with these decisions: the last that has another possibility takes it.
  private mutating func after(_ trail: [Decision], limit: Int, mix: Int) -> Plan {
    guard let last = trail.lastIndex(where: { $0.choice + 1 < $0.count }) else {
      hasRunAll = true
      return .done
    }
    guard count < limit else { return mix > 0 ? .list(Self.mix(mix, trail.count)[...]) : .done }
    var next = Array(trail[...last])
    next[last].choice += 1
    return .all(next: next, limit: limit, mix: mix)
  }

  /// About how many schedules there are: exact when no decision depends on another.
  private static func size(of trail: [Decision], limit: Int) -> Int {
    var size = 1
    for decision in trail where size <= limit { size *= decision.count }
    return size
  }

  /// Both plain orders, then random and ranked ones in turn, with the same seeds every day.
  static func mix(_ count: Int, _ steps: Int) -> [Schedule] {
    var list: [Schedule] = [.firstInFirstOut, .lastInFirstOut]
    for seed in 1...UInt64(max(count, 1)) {
      list.append(.random(seed: seed))
      list.append(.ranked(seed: seed, depth: 2 + Int(seed % 3), steps: max(steps, 1)))
    }
    return Array(list.prefix(count))
  }
}
