internal import CBubbleRuntime
internal import Synchronization

/// How long the program of a session has asked the system to let its thread sleep.
///
/// The watchdog sees a thread sleep only when it looks, which on a busy machine is too late;
/// whether a program is stuck must not depend on that.
final class SystemSleeps: Sendable {
  /// Nanoseconds, in all runs of the session.
  let total = Atomic<UInt64>(0)
  /// Whether the thread sleeps because the program has asked for it.
  let isUnderWay = Atomic<Bool>(false)
  /// Whether the program has asked for too much; its thread never comes back.
  let isOverdone = Atomic<Bool>(false)
  /// Whether one sleep alone was too much.
  let isOne = Atomic<Bool>(false)
}

extension BubbleRun {
  /// The program wants to sleep in the system.
  ///
  /// - Parameter nanoseconds: How long.
  /// - Returns: What to do, as `SystemSleeps.h` says.
  func sleepBegins(_ nanoseconds: UInt64) -> Int {
    let limit = limits.sleepTime
    let total = systemSleeps.total.add(min(nanoseconds, limit + 1), ordering: .relaxed).newValue
    if total > limit {
      systemSleeps.isOne.store(nanoseconds > limit, ordering: .relaxed)
      systemSleeps.isOverdone.store(true, ordering: .releasing)
      return system_sleep_endless
    }
    // A program that waits for a thread outside needs the time to pass; no other can tell whether
    // it has. Not all ways to such a thread are known, so a short sleep is always real.
    let isSeen = outside_calls() | outsideCalls != 0 || !outcome.isFullyControlled
    guard isSeen || total <= limit / 10 else { return system_sleep_skipped }
    systemSleeps.isUnderWay.store(true, ordering: .relaxed)
    return system_sleep_real
  }

  func sleepEnds() {
    systemSleeps.isUnderWay.store(false, ordering: .relaxed)
  }
}
