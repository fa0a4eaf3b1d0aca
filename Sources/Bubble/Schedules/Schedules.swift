/// Which schedules a bubble explores.
public struct Schedules: Sendable {
  let list: [Schedule]

  /// First-in-first-out, last-in-first-out, then random ones: what a test gets that asks for nothing.
  ///
  /// The seeds are always the same, so that a verdict never depends on the day.
  public static var `default`: Schedules { .count(Settings.schedules) }

  /// So many different schedules, beginning with first-in-first-out.
  ///
  /// - Parameter count: How many; at least 1.
  /// - Returns: First-in-first-out, last-in-first-out, and random ones by the seeds from 1.
  public static func count(_ count: Int) -> Schedules {
    precondition(count > 0, "schedule count is not positive: \(count)")
    let random = (1...UInt64(max(count - 2, 1))).map { Schedule.random(seed: $0) }
    return Schedules(list: Array(([.firstInFirstOut, .lastInFirstOut] + random).prefix(count)))
  }

  /// These schedules, in this order.
  ///
  /// - Parameter list: At least one.
  /// - Returns: The list as it is.
  public static func these(_ list: [Schedule]) -> Schedules {
    precondition(!list.isEmpty, "the list of schedules is empty")
    return Schedules(list: list)
  }

  /// The list, or the one schedule that the environment asks for instead.
  var effective: [Schedule] {
    guard let text = Settings.replay else { return list }
    guard let schedule = Schedule(text) else {
      fatalError(
        "BUBBLE_SCHEDULE is no schedule: \(text); copy it from a failure, such as f or r17")
    }
    return [schedule]
  }
}
