/// The order in which a bubble lets its tasks run, with a short form that replays it.
public enum Schedule: Sendable, Hashable {
  /// The task that has been ready longest runs first, as on a machine with one quiet processor.
  case firstInFirstOut
  /// The task that became ready last runs first.
  case lastInFirstOut
  /// Each ready task is as likely as another, decided by the seed.
  case random(seed: UInt64)
}

extension Schedule: CustomStringConvertible, LosslessStringConvertible {
  /// The short form: `f`, `l`, or `r` and the seed.
  public var description: String {
    switch self {
    case .firstInFirstOut: "f"
    case .lastInFirstOut: "l"
    case .random(let seed): "r\(seed)"
    }
  }

  /// Reads the short form; `nil` when it is none.
  public init?(_ description: String) {
    switch description {
    case "f": self = .firstInFirstOut
    case "l": self = .lastInFirstOut
    default:
      guard description.first == "r", let seed = UInt64(description.dropFirst()) else { return nil }
      self = .random(seed: seed)
    }
  }
}

/// Makes the decisions of one run.
struct Chooser {
  private let schedule: Schedule
  private var generator: SeededGenerator
  private var decisions = 0

  init(_ schedule: Schedule) {
    self.schedule = schedule
    switch schedule {
    case .firstInFirstOut, .lastInFirstOut: generator = SeededGenerator(seed: 0)
    case .random(let seed): generator = SeededGenerator(seed: seed)
    }
  }

  /// Which of `count` ready jobs runs next, counted from the oldest.
  mutating func nextJob(of count: Int) -> Int {
    guard count > 1 else { return 0 }
    switch schedule {
    case .firstInFirstOut: return 0
    case .lastInFirstOut:
      // Two tasks that wake each other, or one that polls, would keep all others out for ever.
      decisions += 1
      return decisions.isMultiple(of: 64) ? 0 : count - 1
    case .random: return generator.next(below: count)
    }
  }

  /// A choice of the program itself, such as among the ready cases of a `select`.
  mutating func choice(below bound: Int) -> Int {
    bound > 1 ? generator.next(below: bound) : 0
  }
}
