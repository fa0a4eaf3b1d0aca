internal import Synchronization
public import Testing

/// Runs the body of a test in a bubble, once for each schedule, and reports to the test.
///
///     @Test func `a value arrives`() async throws {
///       try await bubble {
///         let berths = Channel<Int>()
///         let ship = Task { await berths.send(7) }
///         #expect(await berths.receive() == 7)
///         await ship.value
///       }
///     }
///
/// A failed expectation is reported at its own line, once, with the number of schedules in which it
/// failed and the command that runs the first of them again. A deadlock, a race, a leak, a stuck
/// task and a misuse of a channel are failures too, with the tasks they concern. `Test.cancel`
/// works as usual.
///
/// An expectation that fails inside a `Task.detached` fails the test, too, but is also reported
/// without a test, because detached tasks have no task-local values.
///
/// - Parameters:
///   - schedules: The orders to run.
///   - sourceLocation: Where deadlocks, leaks and stuck tasks are reported.
///   - body: The body of the test; it is run many times, so it must make what it uses.
/// - Returns: What the bubble found out.
/// - Throws: The error by which `body` cancelled its test or broke off at a `#require`.
@discardableResult
public func bubble(
  _ schedules: Schedules = .default, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: @escaping @Sendable () async throws -> Void
) async throws -> Exploration {
  if currentRun() != nil {
    Issue.record("a bubble inside a bubble: one is enough", sourceLocation: sourceLocation)
    return Exploration()
  }
  let collector = IssueCollector()
  var explorer = Explorer(schedules: schedules.effective, body: body) { collector.endRun() }
  explorer.collector = collector
  explorer.testSource = TestSource(sourceLocation)
  explorer.testModule = sourceLocation.moduleName
  explorer.leavesNoTask = Test.current?.traits.contains { $0 is LeavesNoTask } == true
  let exploration = try await collector.collect { [explorer] in await explorer.explore() }
  let report = TestReport(exploration, issues: collector.latestIssues, at: sourceLocation)
  try await report.record()
  if let error = exploration.errorToThrow { throw error }
  if exploration.failure == nil, Test.current != nil, let unjudged = exploration.unjudged {
    try Test.cancel(Comment(rawValue: unjudged), sourceLocation: sourceLocation)
  }
  return exploration
}

extension Exploration {
  /// An error that the testing library must see: it ends the test and is not recorded again.
  fileprivate var errorToThrow: (any Error)? {
    cancellation ?? (failure?.error is ExpectationFailedError ? failure?.error : nil)
  }
}

extension TestSource {
  fileprivate init(_ location: SourceLocation) {
    self.init(path: location.filePath, module: location.moduleName)
  }
}

/// An issue and when it was recorded, on the bubble's clock.
struct TimedIssue: Sendable {
  let issue: Issue
  let time: Duration
}

/// Keeps the issues that are recorded inside a bubble, so that each is reported once.
final class IssueCollector: Sendable {
  private struct State {
    var current: [TimedIssue] = []
    var latest: [TimedIssue] = []
    var runs = 0
  }

  private let state = Mutex(State())

  /// The issues of the last run that had any: the one that explains itself.
  var latestIssues: [TimedIssue] { state.withLock { $0.latest } }

  /// Ends a run, and returns how many issues it had.
  func endRun() -> Int {
    state.withLock { state in
      defer { state.current.removeAll() }
      state.runs += 1
      if !state.current.isEmpty { state.latest = state.current }
      return state.current.count
    }
  }

  /// Whether the run is one of the exploration that this collector belongs to.
  func collects(from run: BubbleRun?) -> Bool { run?.collector === self }

  /// Runs `body` with every issue going to the collector instead of the test.
  func collect<Result: Sendable>(_ body: @escaping @Sendable () async -> Result) async throws
    -> Result
  {
    guard let test = Test.current else { return await body() }
    let result = Mutex<Result?>(nil)
    let trait = IssueHandlingTrait.compactMapIssues { issue in
      // An issue of a detached task, which knows no test, is offered to every collector.
      guard Test.current != nil || self.collects(from: currentRun()) else { return issue }
      guard currentRun()?.isJudged != true, ReducedRun.current?.isOver != true else { return nil }
      // A warning or a known issue fails nothing; those of the first run stand for all.
      guard issue.isFailure else { return self.state.withLock { $0.runs } == 0 ? issue : nil }
      currentRun()?.noteIssue()
      let timed = TimedIssue(issue: issue, time: Bubble.moment)
      self.state.withLock { $0.current.append(timed) }
      return nil
    }
    try await trait.provideScope(for: test, testCase: Test.Case.current) {
      let value = await body()
      result.withLock { $0 = value }
    }
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("the scope of an issue handler did not run")
    }
    return value
  }
}
