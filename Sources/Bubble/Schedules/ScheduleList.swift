/// Schedules by their place in a list; a million of them take no memory.
enum ScheduleList: Sendable {
  case these([Schedule])
  /// Both plain orders, then random ones by the seeds from 1.
  case count(Int)
  /// Both plain orders, then random and PCT ones in turn, with the same seeds every day.
  case mix(Int, steps: Int)

  var count: Int {
    switch self {
    case .these(let schedules): schedules.count
    case .count(let count), .mix(let count, _): count
    }
  }

  subscript(index: Int) -> Schedule {
    switch self {
    case .these(let schedules): return schedules[index]
    case .count:
      if index < 2 { return Self.plain(index) }
      return .random(seed: UInt64(index - 1))
    case .mix(_, let steps):
      if index < 2 { return Self.plain(index) }
      let seed = UInt64(index / 2)
      return index.isMultiple(of: 2)
        ? .random(seed: seed) : .pct(seed: seed, depth: 2 + Int(seed % 3), steps: max(steps, 1))
    }
  }

  private static func plain(_ index: Int) -> Schedule {
    index == 0 ? .firstInFirstOut : .lastInFirstOut
  }
}
