import Foundation

/// How long a single test may run before it counts as stuck.
///
/// A bubble notices a stuck job much earlier; these are for code that blocks outside of a bubble.
struct Timeouts {
  /// Processor time, not real time, so that a loaded machine changes nothing.
  var processorSeconds = 12.0

  /// Real seconds in which no thread of the process is ready to run.
  var idleSeconds = 5.0

  /// After this many tests of an exercise have reached a limit, its other tests are not run.
  var mostLost = 2

  /// The least that both may become: three times as long as the course's slowest test takes.
  private static let least = 1.5

  /// The timeouts after some tests of a chapter have reached a limit: each such test halves them,
  /// so that a chapter full of such tests is graded within a minute.
  ///
  /// Tests that are slow and reach no limit take longer: 19,000 calls of `Task.yield()` in each
  /// function of the largest chapter took 94 s.
  func shortened(by lost: Int) -> Timeouts {
    let part = pow(0.5, Double(lost))
    var rest = self
    rest.processorSeconds = max(min(Self.least, processorSeconds), processorSeconds * part)
    rest.idleSeconds = max(min(Self.least, idleSeconds), idleSeconds * part)
    return rest
  }

  /// How many milliseconds a job may run in a bubble without suspending, after some tests of a
  /// chapter were stuck; `nil` for the bubble's own limit, a second.
  ///
  /// Jobs of exercises take microseconds. The limit depends only on earlier verdicts, so that a
  /// verdict is the same each time.
  func jobMilliseconds(afterStuck count: Int) -> Int? {
    switch count {
    case ..<3: nil
    case ..<8: 400
    default: 200
    }
  }

  /// The timeouts for tests that explore more schedules than usual.
  func stretched(for schedules: Int?) -> Timeouts {
    var longer = self
    longer.processorSeconds *= max(1, Double(schedules ?? 0) / 1000)
    return longer
  }
}
