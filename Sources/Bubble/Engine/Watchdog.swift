internal import CBubbleRuntime
internal import Synchronization

func currentThreadID() -> Int32 { bubble_thread_id() }

/// Notices tasks that hold their thread: endless loops, semaphores, locks, sleeps of the system.
///
/// Load does not change its verdict: it counts the processor time of the thread itself, and for a
/// thread that uses none, only time in which the kernel says that the thread sleeps.
///
/// What the kernel does for the thread counts less. On a slow machine it can take a second to hand
/// out the memory that a program may have, and a program that wants too much should come to the
/// limit on memory first, on each machine.
final class Watchdog: Sendable {
  static let shared = Watchdog()

  fileprivate static let period: UInt64 = 50_000_000

  /// A job that spends its time in system calls is stuck, too, but may take this many times as long.
  private static let kernelFactor: UInt64 = 5

  private struct Watch {
    let session: Session
    var job: Int?
    var processorTime: UInt64 = 0
    var kernelTime: UInt64 = 0
    var asleep: UInt64 = 0
    /// The same for all jobs of the session together, as far as checks now and then can tell.
    var asleepInAll: UInt64 = 0
    /// The last check that found the job asleep: when, and how much time the thread had used.
    var sleep: (at: UInt64, used: UInt64)?

    /// How long the job has slept since the last check, as far as is certain.
    ///
    /// A thread that slept then, sleeps now and has used no processor time in between has slept all
    /// the time, however late this check comes on a busy machine; otherwise a check counts for one
    /// period.
    mutating func sleepSinceLastLook(_ now: UInt64, used: UInt64) -> UInt64 {
      defer { sleep = (now, used) }
      guard let last = sleep, last.used == used else { return Watchdog.period }
      // A process that was stopped and continued from outside has not slept.
      return min(max(now - last.at, Watchdog.period), 4 * Watchdog.period)
    }
  }

  private struct State {
    var watches: [Watch] = []
    var isRunning = false
  }

  private let state = Mutex(State())

  func add(_ session: Session) {
    let starts = state.withLock { state in
      state.watches.append(Watch(session: session))
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if starts { Thread.start { self.run() } }
  }

  /// Stops watching the session.
  ///
  /// - Returns: How long its jobs have blocked their thread, in nanoseconds.
  func remove(_ session: Session) -> UInt64 {
    state.withLock { state in
      let asleep = state.watches.first { $0.session === session }?.asleepInAll ?? 0
      state.watches.removeAll { $0.session === session }
      return asleep + session.run.systemSleeps.total.load(ordering: .relaxed)
    }
  }

  private func run() {
    let pause = WakeUpEvent()
    while true {
      _ = pause.wait(nanoseconds: Self.period)
      let stuck = state.withLock { state in
        guard !state.watches.isEmpty else {
          state.isRunning = false
          return nil as [(Session, StuckReason)]?
        }
        var stuck: [(Session, StuckReason)] = []
        state.watches = state.watches.compactMap { watch in
          var watch = watch
          guard let reason = look(at: &watch) else { return watch }
          stuck.append((watch.session, reason))
          return nil
        }
        return stuck
      }
      guard let stuck else { return }
      for (session, reason) in stuck {
        session.abandon(reason)
        // Nothing can end the thread, but it should not slow down the tests that follow.
        bubble_thread_lower_priority(session.run.threadID.load(ordering: .relaxed))
      }
    }
  }

  /// The limit that the session's current job has reached, if any.
  private func look(at watch: inout Watch) -> StuckReason? {
    let session = watch.session
    let job = session.run.jobNumber
    let thread = session.run.threadID.load(ordering: .relaxed)
    let used = bubble_clock_thread_cpu(thread)
    if job != watch.job {
      watch.job = job
      watch.processorTime = used
      watch.kernelTime = ThreadState.kernelTime(thread)
      watch.asleep = 0
      watch.sleep = nil
    }
    guard job != nil else { return nil }
    let limit = session.run.limits.jobTime
    let time = Duration.nanoseconds(limit)
    if used > watch.processorTime + limit {
      let inKernel = max(ThreadState.kernelTime(thread), watch.kernelTime) - watch.kernelTime
      let all = used - watch.processorTime
      if all > inKernel + limit || all > Self.kernelFactor * limit { return .busy(time) }
    }
    let sleeps = session.run.systemSleeps
    if sleeps.isOverdone.load(ordering: .acquiring) {
      return .blocked(
        .nanoseconds(session.run.limits.sleepTime),
        isBitByBit: !sleeps.isOne.load(ordering: .relaxed))
    }
    // A sleep that the program asks for is counted where it asks: see `sleepBegins`.
    if sleeps.isUnderWay.load(ordering: .relaxed) {
      watch.sleep = nil
      return nil
    }
    // Between two jobs the thread may sleep, too, and another one may have its turn.
    guard ThreadState.isAsleep(thread),
      session.run.jobNumber == job
    else {
      watch.asleep = 0
      watch.sleep = nil
      return nil
    }
    let slept = watch.sleepSinceLastLook(bubble_clock_real(), used: used)
    watch.asleep += slept
    watch.asleepInAll += slept
    if watch.asleep > limit { return .blocked(time, isBitByBit: false) }
    // Half a second in each of a hundred schedules is a minute.
    return watch.asleepInAll > limit ? .blocked(time, isBitByBit: true) : nil
  }
}
