import Foundation

/// How long a single test may go on before it counts as stuck.
///
/// A bubble finds out by itself, long before; this is for what blocks outside of one.
struct Timeouts {
  /// Processor time, not real time, so that a loaded machine changes nothing.
  var processorSeconds = 12.0

  /// Real seconds in which no thread of the process wants to run.
  var idleSeconds = 5.0

  /// At most this many tests of an exercise may come to these limits; the rest of its tests are not tried then.
  var mostLost = 2

  /// Three times what the slowest test of the course takes.
  private static let least = 1.5

  /// The timeouts that are left when some tests of a chapter have come to its limits: half after each,
  /// so that a chapter is graded within a minute, whatever is in it.
  func shortened(by lost: Int) -> Timeouts {
    let part = pow(0.5, Double(lost))
    var rest = self
    rest.processorSeconds = max(min(Self.least, processorSeconds), processorSeconds * part)
    rest.idleSeconds = max(min(Self.least, idleSeconds), idleSeconds * part)
    return rest
  }

  /// The milliseconds that a bubble gives a job which does not suspend, when some tests of a chapter
  /// were stuck in one; `nil` for the bubble's own, a second.
  ///
  /// Jobs of exercises take microseconds. It depends on what was judged before and on nothing else, so
  /// that a verdict is the same each time.
  func jobMilliseconds(afterStuck count: Int) -> Int? {
    switch count {
    case ..<3: nil
    case ..<8: 400
    default: 200
    }
  }

  /// The timeouts with tests that explore more schedules than usual.
  func stretched(for schedules: Int?) -> Timeouts {
    var longer = self
    longer.processorSeconds *= max(1, Double(schedules ?? 0) / 1000)
    return longer
  }
}
