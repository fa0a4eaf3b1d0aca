internal import Synchronization

/// A bubble without the runtime's help: the real clock, one run in whatever order, a time limit.
///
/// The mode of platforms and compilers on which jobs cannot be taken over. Expectations, misuse
/// outside the library's traps, sections and rough times work; order, deadlocks, leaks and task
/// counts cannot be checked.
final class ReducedRun: Sendable {
  @TaskLocal static var current: ReducedRun?

  static let unchecked = """
    reduced mode: one run on the real clock; not checked: other schedules, deadlocks other than by \
    the time limit, leaks, task counts
    """
  static let timeLimit = Duration.seconds(20)

  private let start = ContinuousClock.now
  private let counters = Mutex<[String: SectionCounter]>([:])

  /// Real time since the run began, to the tenth of a second, so that `== .seconds(5)` can hold.
  var elapsed: Duration {
    let tenths = (ContinuousClock.now - start) / .milliseconds(100)
    return .milliseconds(100 * Int(tenths.rounded()))
  }

  func withSection<Result>(_ name: String, _ body: (inout SectionCounter) -> Result) -> Result {
    counters.withLock { body(&$0[name, default: SectionCounter()]) }
  }
}

/// Runs a closure once in the reduced mode.
struct ReducedExplorer {
  let body: @Sendable () async throws -> Void
  let failures: @Sendable () -> Int
  var timeLimit = ReducedRun.timeLimit

  private enum End: Sendable {
    case returned, threw(any Error), ranOut
  }

  func explore() async -> Exploration {
    var exploration = Exploration()
    exploration.schedules = 1
    exploration.unchecked = ReducedRun.unchecked
    let run = ReducedRun()
    let end = await firstEnd(of: run)
    exploration.duration = run.elapsed

    var outcome = RunOutcome()
    outcome.time = run.elapsed
    switch end {
    case .returned: break
    case .threw(let error): outcome.thrown = error
    case .ranOut:
      outcome.verdict = .stuck
      outcome.bound = "\(timeLimit.inSeconds) of real time without an end"
    }
    outcome.judge(failures: failures())
    if outcome.verdict == .passed {
      exploration.cancellation = outcome.thrown
    } else {
      exploration.failures = 1
      exploration.failure = Exploration.Failure(outcome, .firstInFirstOut)
    }
    return exploration
  }

  /// Which comes first, the end of the body or the time limit.
  ///
  /// Not a task group: that would wait for a body that never ends.
  private func firstEnd(of run: ReducedRun) async -> End {
    let (ends, continuation) = AsyncStream.makeStream(of: End.self)
    let running = ReducedRun.$current.withValue(run) {
      Task {
        do {
          try await body()
          continuation.yield(.returned)
        } catch {
          continuation.yield(.threw(error))
        }
      }
    }
    let limit = Task { [timeLimit] in
      try await Task.sleep(for: timeLimit)
      continuation.yield(.ranOut)
    }
    var first = End.ranOut
    for await end in ends {
      first = end
      break
    }
    limit.cancel()
    running.cancel()
    return first
  }
}
