internal import CBubbleRuntime
internal import Synchronization

/// The exploration of one closure: run after run on one thread, from the first schedule to the
/// last.
final class Session: @unchecked Sendable {
  // `@unchecked`, and `@exclusivity(unchecked)` for speed: everything but `isSettled` belongs to
  // the thread that runs the session, and to the task that awaits it once that thread has handed it
  // over.

  /// After this many deadlocks that took real time to confirm, no other schedule is run.
  private static let mostWaitsInVain = 5

  let run = BubbleRun()
  private let body: @Sendable () async throws -> Void
  @exclusivity(unchecked) private var source: ScheduleSource
  /// Whether each run keeps its decisions.
  var keepsDecisions = false
  /// Whether the traces of all runs are compared with that of the first.
  var comparesTraces = false
  /// Called on the session's thread after each run: how many failures the run's code reported.
  private let failures: @Sendable () -> Int

  @exclusivity(unchecked) private var driver: UnsafeContinuation<Bool, Never>?
  private var waiting: UnsafeContinuation<Void, Never>?
  private let isSettled = Atomic<Bool>(false)
  @exclusivity(unchecked) private(set) var findings = Findings()
  @exclusivity(unchecked) private var schedule = Schedule.firstInFirstOut

  init(
    _ schedules: Schedules, failures: @escaping @Sendable () -> Int,
    body: @escaping @Sendable () async throws -> Void
  ) {
    source = ScheduleSource(schedules)
    self.failures = failures
    self.body = body
  }

  /// Explores all schedules; the caller waits in real time, usually for milliseconds.
  func explore() async {
    _ = BubbleExecutorFactory.installed
    _ = OutsideUse.isWatched
    await withUnsafeContinuation { continuation in
      waiting = continuation
      // The driver is created by the task of the test, so that it, and the root tasks that it
      // creates, inherit the task-local values by which an expectation finds its test.
      run.install()
      Task { await self.drive() }
      run.uninstall()
      BubbleThreads.shared.submit { self.main() }
    }
  }

  private func drive() async {
    while await withUnsafeContinuation({ driver = $0 }) {
      // No one waits for this task: `bodyReturned` says when it has ended.
      Task { [self] in
        do {
          try await body()
          run.bodyReturned(nil)
        } catch {
          run.bodyReturned(error)
        }
      }
    }
  }

  private func main() {
    run.threadID.store(currentThreadID(), ordering: .relaxed)
    run.mainThread = bubble_thread_token()
    run.install()
    ActiveRuns.shared.add(run)
    Watchdog.shared.add(self)
    run.stepDriver()
    while let next = source.next() {
      schedule = next
      run.keepsOutput = findings.runs == 0
      run.begin(next, keepsDecisions: source.needsDecisions || keepsDecisions)
      resumeDriver(with: true)
      run.finish()
      if run.isAbandoned.load(ordering: .acquiring) { return leave() }
      run.outcome.judge(failures: failures())
      if run.hasTriedLocks, !run.showsHeldLocks, run.outcome.verdict != .stuck {
        findings.triesLocks = true
        break
      }
      if comparesTraces { findings.compare(run.outcome.trace, run.chooser.decisions) }
      findings.add(run.outcome, of: next, decisions: run.chooser.decisions)
      source.ran(steps: run.outcome.steps, run.outcome.verdict, decisions: run.chooser.decisions)
      // A run that reached a limit took as long as thousands of others: one is enough. Failing runs
      // with tasks that never end are long, too, and more of them tell nothing new.
      if run.outcome.verdict == .stuck { break }
      if run.outcome.thrown?.cancelsTest == true { break }
      if findings.failures > 0, findings.steps > run.limits.steps { break }
      // Each of these is a deadlock that took real time, and hundreds would take seconds.
      if findings.waitsInVain >= Self.mostWaitsInVain { break }
    }
    findings.repeats = source.repeats
    // If something else decides, too, a run is only one of many with the same schedule.
    findings.hasRunAll = source.hasRunAll && findings.uncontrolled == nil
    run.endDriving()
    resumeDriver(with: false)
    findings.blocked = Watchdog.shared.remove(self)
    leave()
    settle()
  }

  private func resumeDriver(with goesOn: Bool) {
    let continuation = driver
    driver = nil
    continuation?.resume(returning: goesOn)
    run.stepDriver()
  }

  private func leave() {
    ActiveRuns.shared.remove(run)
    run.uninstall()
  }

  private func settle() {
    guard
      isSettled.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing)
        .exchanged
    else { return }
    waiting?.resume()
  }

  /// Gives up a run whose task does not give its thread back; called by the watchdog.
  func abandon(_ reason: StuckReason) {
    var outcome = run.abandonedOutcome(reason)
    outcome.judge(failures: failures())
    guard
      isSettled.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing)
        .exchanged
    else { return }
    run.isAbandoned.store(true, ordering: .releasing)
    findings.add(outcome, of: schedule, decisions: [])
    BubbleThreads.shared.replaceLostThread()
    waiting?.resume()
  }
}
