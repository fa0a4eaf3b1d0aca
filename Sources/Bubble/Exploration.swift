/// What a bubble found out about its closure.
public struct Exploration: Sendable {
  /// How many schedules were run.
  public internal(set) var schedules = 0
  /// Whether these were all schedules that there are, at the decision points that
  /// ``explore(_:fileID:_:)`` lists.
  public internal(set) var isExhaustive = false
  /// Whether some run had more places for a switch inside a step, or after a sleep, than it may use.
  ///
  /// A run uses two of each. "All" then means all schedules with at most that many.
  public internal(set) var isBounded = false
  /// What decided the runs besides the schedules, as text: random numbers, threads outside the
  /// bubble, or something else; `nil` if nothing did.
  ///
  /// Such a program has more orders than schedules, so ``isExhaustive`` is `false`.
  public internal(set) var uncontrolled: String?
  /// In how many runs something was wrong.
  public internal(set) var failures = 0
  /// The first run in which something was wrong, if any.
  public internal(set) var failure: Failure?
  /// How many runs noted each outcome, by ``Bubble/note(outcome:)``.
  public internal(set) var outcomes: [String: Int] = [:]
  /// Virtual time of the first run, from the start of the closure to its return.
  public internal(set) var duration: Duration = .zero
  /// What this mode could not check; empty in the full mode.
  public internal(set) var unchecked: String = ""

  /// What the program printed in the first run.
  var printed: [PrintedLine] = []
  /// Why the reduced mode has no verdict; a test is cancelled with this text.
  var unjudged: String?
  /// The error by which the closure cancelled its test.
  var cancellation: (any Error)?

  /// A run in which something was wrong.
  public struct Failure: Sendable {
    /// What was wrong.
    public enum Verdict: String, Sendable {
      /// An expectation failed, an error was thrown, or the library was misused.
      case wrong
      /// Two tasks use the same memory, at least one of them to change it, and nothing orders them.
      case race
      /// Nothing else was wrong, but tasks were left behind.
      case leaked
      /// The closure waits, and nothing can wake it.
      case deadlocked
      /// The run had no end: a task went on forever, blocked its thread, or waited outside the
      /// bubble.
      case stuck
    }

    /// What was wrong.
    public internal(set) var verdict: Verdict
    /// The order of the run, to be run again.
    public internal(set) var schedule: Schedule
    /// How many schedules had been run when it was found, itself included.
    public internal(set) var run = 1
    /// When, on the bubble's clock.
    public internal(set) var time: Duration
    /// What happened, for a reader who does not know this library.
    public internal(set) var message: String
    /// One thing to look at, if the test itself reported what is wrong and the run has a clue.
    public internal(set) var advice: String?
    /// The tasks that were left behind.
    public internal(set) var leaks: [Leak]
    /// What happened in the run, in order.
    public internal(set) var trace: Trace
    /// Whether the same schedule gave the same run again, so that it can be replayed.
    public internal(set) var isRepeatable = true
    /// Whether several runs together blocked their thread for too long, so that the machine decided
    /// how many it took, and this one alone shows nothing.
    var isOfSeveralRuns = false
    /// What the program printed in the run.
    var printed: [PrintedLine] = []
    /// What the closure threw.
    public internal(set) var error: (any Error)?
  }

  /// A task that had not ended when the closure had returned and everything that could run had run;
  /// for ``LeavesNoTask``, a task that ended too late.
  public struct Leak: Sendable, Equatable {
    /// Its name, or its number in order of start.
    public internal(set) var task: String
    /// The file and line that started it, where known.
    public internal(set) var startedAt: String?
    /// What it waits for.
    public internal(set) var waitsFor: String
    /// Whether cancelling it ended it.
    public internal(set) var endsWhenCancelled: Bool
  }
}
