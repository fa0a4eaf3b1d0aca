// Tests name schedules; nothing else of this module is visible to them.
@_exported public import RunFormats

/// Which schedules a bubble explores.
public struct Schedules: Sendable {
  enum Plan: Sendable {
    case list(ScheduleList)
    case automatic(ScheduleBudget)
    case exhaustive(limit: Int)
  }

  let plan: Plan
  /// How many jobs a run may take before it is called stuck.
  private(set) var stepLimit = RunLimits().steps

  init(plan: Plan) {
    self.plan = plan
  }

  /// The default: all schedules if the program is small enough, or else a mix of schedules with few
  /// switches, random and PCT ones.
  ///
  /// A program of few steps gets many schedules, up to 1,000; every program gets at least 50. The
  /// seeds are always the same, so that a verdict never depends on the day.
  public static var `default`: Schedules {
    Schedules(plan: .automatic(Settings.schedules.map(ScheduleBudget.init(exactly:)) ?? .usual))
  }

  /// A number of schedules, beginning with first-in-first-out.
  ///
  /// - Parameter count: How many; at least 1.
  /// - Returns: Both plain orders, then random ones by the seeds from 1.
  public static func count(_ count: Int) -> Schedules {
    precondition(count > 0, "schedule count is not positive: \(count)")
    return Schedules(plan: .list(.count(count)))
  }

  /// These schedules, in this order.
  ///
  /// - Parameter list: At least one.
  /// - Returns: The list as it is.
  public static func these(_ list: [Schedule]) -> Schedules {
    precondition(!list.isEmpty, "the list of schedules is empty")
    return Schedules(plan: .list(.these(list)))
  }

  /// Every schedule there is, in order of the number of switches: decisions that differ from the
  /// usual order, in which a task goes on until it waits.
  ///
  /// "All" means all orders at the decision points that ``explore(_:fileID:_:)`` lists.
  ///
  /// - Parameter limit: The most schedules to run; if there are more, the result does not say
  ///   "all".
  /// - Returns: All schedules up to the limit.
  public static func exhaustive(limit: Int = 100_000) -> Schedules {
    precondition(limit > 0, "schedule limit is not positive: \(limit)")
    return Schedules(plan: .exhaustive(limit: limit))
  }

  /// The same schedules for a program that needs more jobs than an exercise does.
  ///
  /// - Parameter steps: How many jobs a run may take before it is called stuck, instead of 100,000.
  /// - Returns: The same schedules with that limit.
  public func allowing(steps: Int) -> Schedules {
    precondition(steps > 0, "step limit is not positive: \(steps)")
    var copy = self
    copy.stepLimit = steps
    return copy
  }

  /// The schedules, or the one that the environment asks for instead.
  var effective: Schedules {
    guard let text = Settings.replay else { return self }
    guard let schedule = Schedule(text) else {
      fatalError(
        "BUBBLE_SCHEDULE is not a schedule: \(text); copy it from a failure, such as f or r17")
    }
    return .these([schedule]).allowing(steps: stepLimit)
  }
}
