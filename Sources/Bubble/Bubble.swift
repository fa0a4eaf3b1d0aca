internal import Probe
internal import Synchronization

/// Runs `body` in a bubble, once for each schedule, and returns what it found.
///
/// A bubble is a world of its own for one closure and every task that it starts, structured or not:
/// time is virtual and moves only when every task waits, tasks run one at a time in an order that
/// the schedule decides, and a run ends with a verdict, not with a timeout. It works with
/// unmodified code.
///
/// A *step* is what a task does from one decision point to the next. These are the decision points,
/// at which the schedule chooses which task goes on:
///
/// - a task starts, suspends, wakes or ends; `Task.yield()`
/// - a task is about to use a channel, a `select` or a wait group, even if it need not wait
/// - a task enters or leaves an actor, the main actor included
/// - a timer is due: a sleep, an `After` case, a ticker; events of the same moment come in any
///   order
/// - a sleep has ended, and its task is about to go on: a cancellation may come in between
/// - several cases of a `select` are ready, or wait at one channel
/// - an `await` did not suspend: a continuation was resumed in its closure, a task or child had
///   ended, a stream held an element, or any async call returned at once
/// - code that is compiled as the exercises are (`-sanitize=thread`, but not linked with the
///   sanitizer) is about to take a lock or to access an atomic; from then on in that run, also
///   where a channel is closed, the counter of a wait group changes, or `trySend` or `tryReceive`
///   is called; in a program that tries locks instead of waiting for them (`withLockIfAvailable`,
///   `NSLock.try`), also when it has taken one
/// - outside the test's own module, a channel is about to be closed, or `trySend` or `tryReceive` to
///   be called, and the same step has already started a task, or learned something of a channel by
///   one of these two or by `count`
/// - `count` is about to be read, and the same step has called `trySend` or `tryReceive` outside the
///   test's own module
/// - a wait group is about to count a task that has already been started
///
/// At the last four kinds, and where any async call returned at once, the step itself is
/// interrupted: at most twice in a run. After the end of a sleep, others go first at most twice in
/// a run, too.
///
/// "All schedules" means all orders at these points. The following are not decision points:
///
/// - accesses to memory that no lock and no atomic protects (see *Races*), and in code that is
///   compiled the usual way also locks and atomics between two awaits
/// - the start of a task, for the code that starts it: the new task can begin at the next decision
///   point of that code, so a cancellation in between is always too early for it
/// - two looks at `count` in the same step
/// - the way back from an actor, if the compiler leaves it out because the next call is to the same
///   actor
/// - code in a cancellation handler, or in the initializer of a global
/// - the end of a task group whose children have all ended
/// - in code that is isolated to an actor, an `await` that did not suspend, unless it is an async
///   call that returned at once
/// - an async call that the optimizer has inlined
///
/// ### Races
///
/// In code that is compiled as the exercises are, two accesses to one place in memory are a *race*
/// if two tasks make them, at least one of them writes, and nothing orders them. That depends only
/// on what orders the tasks, not on which access came first in this run or on the result. The
/// following order two tasks:
///
/// - the start of a task, and its end for the task that awaits it; a child's end comes before
///   everything that its parent does from then on
/// - a continuation that is resumed; a task that is made ready by another
/// - visits to the same actor
/// - operations on the same channel or wait group; ``Bubble/settle()``
/// - a lock, from where it is released to where it is taken next: `Mutex`, the locks of Foundation,
///   `pthread_mutex_t`, `DispatchQueue.sync`; a semaphore, from a signal to a wait; a
///   `DispatchGroup`
/// - an atomic, whatever its memory order: from a write to the reads that follow it;
///   `AtomicLazyReference`
/// - the initialization of a global, before all its uses
/// - a cancellation, also one by a group or a scope that ends: what the task that cancels did
///   before comes before what the cancelled task does after; what that task did before it entered
///   the scope of a handler comes before the handler
///
/// The passage of time orders nothing, with one exception: when a sleep ends and only the test's
/// own code is on the stack, everything that has happened comes before what the test does then.
/// What is not certain counts as ordered, so a race may be missed:
///
/// - in the storage of an array, a dictionary or a string; a write to the variable that holds it is
///   seen
/// - in an initializer, and at the first write to a variable that a closure captures
/// - where a structure that contains several references is assigned as a whole
/// - in most runs of a program whose tasks share no memory in the first two: then only every 50th
///   run is checked, until tasks do share some
/// - in a run with more than 128 tasks alive at once, or in which threads outside take part
/// - in code that is compiled the usual way, such as that of a test
///
/// A run with a race and also a wrong result, a misuse or a leak has the verdict *race*, because
/// the race may be the cause; its report lists the rest below. A *deadlocked* or *stuck* run keeps
/// that verdict, and its report lists the race below.
///
/// One kind of order is not seen, so correct code that relies on it may be reported as a race: an
/// order made only by a `Mutex` or an atomic in code that is compiled the usual way, such as a flag
/// of the test's own. If it counted, it would hide many races: a test that collects values under a
/// lock would order all the tasks that report to it.
///
/// With `swift test --sanitize thread`, the sanitizer looks for races, in the orders that a bubble
/// runs; then locks and atomics between two awaits are not decision points.
///
/// ### Outside
///
/// A bubble does not see what threads outside do: those that the program starts, those of Dispatch,
/// and tasks with an executor of their own. It waits for them, and says so in
/// ``Exploration/uncontrolled``. Blocks of `asyncAfter` run in virtual time; timer sources of
/// Dispatch and event loops such as NIO's do not, and a program that waits for one is *stuck*. A
/// task that blocks its thread for a second is stuck, too. Waiting for a `Mutex`, an `NSLock`, a
/// `pthread_mutex_t` or a queue's `sync` that another task of the bubble holds does not block the
/// thread: the other tasks go on, and a *deadlock* is reported. A semaphore of Dispatch and a
/// `pthread_rwlock_t` do not record who holds them: tasks that were interrupted go on first, and
/// then the thread blocks.
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

  /// The time that a report shows: virtual, or in the reduced mode the real time since the
  /// beginning.
  static var moment: Duration {
    currentRun().map { .nanoseconds($0.elapsed) } ?? ReducedRun.current?.elapsed ?? .zero
  }

  /// How many tasks have been started and have not ended, without the closure's own.
  ///
  /// Go's `runtime.NumGoroutine` without the caller.
  public static var liveTasks: Int { counters.live }

  /// How many tasks have been started.
  public static var startedTasks: Int { counters.started }

  /// How many tasks have ended.
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

  /// Counts one task fewer inside the section.
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
  /// Shows how often each result of a race occurs; ``Exploration/outcomes`` has the counts, and a
  /// test that fails prints them. A run that notes several outcomes counts for the last.
  ///
  ///     try await bubble(.count(2000)) {
  ///       let sum = await raceForTheCounter()
  ///       Bubble.note(outcome: sum)
  ///       #expect(sum == 3)
  ///     }
  ///     // outcomes: 2 × 1001, 1 × 722, 3 × 277
  ///
  /// - Parameter value: Two runs with the same description count as the same outcome.
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
