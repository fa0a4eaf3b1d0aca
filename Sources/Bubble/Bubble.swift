internal import Probe
internal import Synchronization

/// Runs `body` in a bubble, once for each schedule, and says what it found out.
///
/// A bubble is a world of its own for one closure and every task that it starts, structured or not:
/// time is virtual and moves only when every task waits, tasks run one at a time in an order that the
/// schedule decides, and the end is a verdict, not a timeout. Works with unmodified code.
///
/// A *step* is what a task does from one decision point to the next. These are the decision points, at
/// which the schedule says who goes on:
///
/// - a task starts, suspends, wakes or ends; `Task.yield()`
/// - a task is about to use a channel, a `select` or a wait group, also when it need not wait
/// - a task enters or leaves an actor, the main actor included
/// - a timer is due: a sleep, an `After` case, a ticker; events of one moment come in any order
/// - several cases of a `select` are ready, or wait at one channel
/// - an `await` did not suspend: a continuation was resumed in its closure, a task or child had ended,
///   a stream held an element, or any async call returned at once
/// - code that is compiled as the exercises are (`-sanitize=thread`, without that runtime) is about to take
///   a lock or to access an atomic; in a run in which it has done so, also where a channel is closed, a
///   wait group counts, or `trySend` and `tryReceive` are called; in a program that tries locks instead of
///   waiting for them (`withLockIfAvailable`, `NSLock.try`), also when it has taken one
/// - a wait group is about to count a task that has been started already
///
/// At the last two kinds, and where any async call returned at once, the step itself is interrupted: at most
/// twice in a run.
///
/// "All schedules" means all orders at these points. These are none:
///
/// - accesses to memory that no lock and no atomic protects (see *Races*), and in code that is compiled as
///   usual also locks and atomics between two awaits
/// - what runs inside a handler of a cancellation, or while a global is made
/// - the end of a task group whose children have all ended
/// - the moment between the end of a sleep and the next step of its task, which goes on at once: a
///   cancellation comes before that moment or after that step
/// - in code that is isolated to an actor, all but async calls that return at once
/// - an async call that the optimizer has put in place of itself
///
/// ### Races
///
/// In code that is compiled as the exercises are, two accesses to one place in memory are a *race* if two
/// tasks make them, at least one of them writes, and nothing orders them. That depends on what orders the
/// tasks, and not on which one came first, or on the result. These order two tasks:
///
/// - the start of a task, and its end with the task that awaits it; a child's end comes before all that its
///   parent does from then on
/// - a continuation that is resumed; a task that is made ready by another
/// - visits to one actor
/// - operations on one channel or wait group, ``Bubble/settle()``
/// - a lock, from where it is given back to where it is taken: `Mutex`, the locks of Foundation,
///   `pthread_mutex_t`, `DispatchQueue.sync`; a semaphore, from a signal to a wait; a `DispatchGroup`
/// - an atomic, in whatever memory order: from a write to those who read it; `AtomicLazyReference`
/// - the making of a global, for all who use it
/// - a cancellation, also one by a group or a scope that is left: what the canceller did before comes before
///   what the task does after, and what the task did before a handler began to count comes before that
///   handler
///
/// That time passes orders nothing, but for a sleep of the test's own code: where only that stands on the
/// stack, all that has happened comes before what the test does then. What is not certain counts as
/// ordered, so a race may be missed:
///
/// - in the storage of an array, a dictionary or a string; a write to the variable that holds it is seen
/// - in an initializer, and the first value of a variable that a closure captures
/// - where a structure with several references in it is assigned as a whole
/// - in the runs in between, if tasks have shared no memory in the first two runs and every 50th
/// - in a run with more than 128 tasks alive at once, or in which threads outside take part
/// - in code that is compiled as usual, such as that of a test
///
/// A run with a race and a wrong result, a misuse or a leak is a *race*, as that may be why; the rest is said
/// below it. One that has come to a *deadlock* or is *stuck* is that, with the race below.
///
/// One order is not seen, so that code that relies on it may be called a race: one that only a `Mutex` or
/// an atomic of code makes that is compiled as usual, such as a flag of the test's own. To see those
/// would hide many races: a test that notes under a lock what it is told orders all who tell it.
///
/// With `swift test --sanitize thread` it is the sanitizer that looks for races, in the orders that a bubble
/// runs; then locks and atomics between two awaits are not decision points.
///
/// ### Outside
///
/// A bubble does not see what threads outside do: those that the program starts, those of Dispatch,
/// and tasks with an executor of their own. It waits for them, and says so in
/// ``Exploration/uncontrolled``. Blocks of `asyncAfter` run in virtual time; timer sources of Dispatch
/// and event loops such as NIO's do not, and a program that waits for one is *stuck*. A task that
/// blocks its thread for a second is stuck, too. To wait for a `Mutex`, an `NSLock`, a `pthread_mutex_t`
/// or a queue's `sync` that another task of the bubble holds blocks nothing: the others go on, and a
/// *deadlock* is named. A semaphore of Dispatch and a `pthread_rwlock_t` do not say who holds them: tasks
/// that were interrupted go on first, and then the thread blocks.
///
/// Inside a test, use ``bubble(_:sourceLocation:_:)``, which reports to the test.
///
/// - Parameters:
///   - schedules: The orders to run.
///   - fileID: Names the module that the closure belongs to.
///   - body: The code to explore; it is run many times, so it must make what it uses.
/// - Returns: How many schedules were run and what went wrong in the first that failed.
public func explore(
  _ schedules: Schedules = .default, fileID: String = #fileID,
  _ body: @escaping @Sendable () async throws -> Void
) async -> Exploration {
  var explorer = Explorer(schedules: schedules.effective, body: body, failures: { 0 })
  explorer.testModule = fileID.split(separator: "/").first.map(String.init)
  return await explorer.explore()
}

/// What the code in a bubble can ask about it.
public enum Bubble {
  /// Virtual time since the closure began; zero outside a bubble.
  public static var elapsed: Duration {
    if currentRun() == nil { ReducedRun.current?.ask(for: .time) }
    return moment
  }

  /// When something happens, for a report; in the reduced mode the real time since the beginning.
  static var moment: Duration {
    currentRun().map { .nanoseconds($0.elapsed) } ?? ReducedRun.current?.elapsed ?? .zero
  }

  /// Tasks that have been started and not ended, the closure's own not counted.
  ///
  /// Go's `runtime.NumGoroutine` without the caller.
  public static var liveTasks: Int { counters.live }

  /// Tasks that have been started.
  public static var startedTasks: Int { counters.started }

  /// Tasks that have ended.
  public static var finishedTasks: Int { counters.finished }

  /// The most tasks that were alive at once.
  public static var mostAlive: Int { counters.mostAlive }

  private static var counters: TaskCounters {
    guard let run = currentRun() else {
      ReducedRun.current?.ask(for: .tasks)
      return TaskCounters()
    }
    run.noteEnds()
    return run.counters
  }

  /// Returns when every other task waits: for another, or for time to pass.
  ///
  /// Go's `synctest.Wait`. Outside a bubble it returns at once.
  public static func settle() async {
    guard let run = currentRun() else {
      ReducedRun.current?.ask(for: .settling)
      return
    }
    await withUnsafeContinuation { run.settlers.append($0) }
  }

  /// Runs `body` and counts how many tasks are inside sections of this name at once.
  ///
  /// - Parameters:
  ///   - name: Names the section for ``mostInside(_:)``.
  ///   - body: The section.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public static func section<Result>(
    _ name: String, _ body: () async throws -> Result
  ) async rethrows -> Result {
    enter(name)
    defer { leave(name) }
    return try await body()
  }

  /// Counts one more task inside the section, until ``leave(_:)``.
  public static func enter(_ name: String) {
    withSection(name) { $0.enter() }
  }

  /// Counts one task less inside the section.
  public static func leave(_ name: String) {
    withSection(name) { $0.leave() }
  }

  /// The most tasks that were inside sections of this name at once.
  public static func mostInside(_ name: String) -> Int {
    if currentRun() == nil { ReducedRun.current?.ask(for: .sections) }
    return withSection(name) { $0.most } ?? 0
  }

  /// Notes how this run came out, to be counted over all schedules.
  ///
  /// Shows how often a race ends in which way; ``Exploration/outcomes`` has the counts, and a test that
  /// fails prints them. A run that notes several outcomes counts for the last.
  ///
  ///     try await bubble(.count(2000)) {
  ///       let sum = await raceForTheCounter()
  ///       Bubble.note(outcome: sum)
  ///       #expect(sum == 3)
  ///     }
  ///     // outcomes: 2 × 1001, 1 × 722, 3 × 277
  ///
  /// - Parameter value: Two runs with the same description came out the same.
  public static func note(outcome value: some CustomStringConvertible) {
    if let run = currentRun() {
      run.note(outcome: value.description)
    } else {
      ReducedRun.current?.note(outcome: value.description)
    }
  }

  @discardableResult private static func withSection<Result>(
    _ name: String, _ body: (inout SectionCounter) -> Result
  ) -> Result? {
    currentRun().map { body(&$0.sections[name, default: SectionCounter()]) }
  }
}
