internal import Probe

/// The result of one run of the closure.
struct RunOutcome: Sendable {
  /// The verdict, once the run has ended.
  private(set) var verdict = Verdict.passed
  /// How the run came to its end, as far as is known.
  var ending = Ending.returned
  /// Seconds of virtual time since the run began, at its end.
  var time: Duration = .zero
  var steps = 0
  /// The tasks that the verdict is about, in order of their start.
  var tasks: [TaskSummary] = []
  /// Misuses of the library, each with a sentence that says where and when.
  var misuses: [(what: Misuse, words: String)] = []
  /// What is certain besides the waits of the tasks, in a run that records places.
  var clues = Clues()
  /// What the closure threw.
  var thrown: (any Error)?
  /// Two accesses to memory that nothing orders.
  var race: Race?
  /// The outcome that the code noted.
  var noted: String?
  /// What happened, in a run that explains itself.
  var trace = Trace()
  /// Where tasks were interrupted between two accesses to memory, in a run that explains itself.
  var interruptions: [Interruption] = []
  /// Whether none of the seven properties below has been set, as in most runs.
  private(set) var isUsual = true
  /// Whether no thread outside has taken part; otherwise a replay may go differently.
  var isFullyControlled = true { didSet { isUsual = false } }
  /// Whether the code started a thread or handed work to one: the schedule does not decide what
  /// that one does, or when, even if it happened to come in time.
  var hasUsedThreads = false { didSet { isUsual = false } }
  /// Whether the code drew random numbers, so that replaying may go differently.
  var drewRandomNumbers = false { didSet { isUsual = false } }
  /// Whether there were points at which no other task could go first, because the run had used all
  /// its pauses.
  var hasSkippedPauses = false { didSet { isUsual = false } }
  /// Whether real time went by in a wait for threads outside before the deadlock was certain.
  var hasWaitedInVain = false { didSet { isUsual = false } }
  /// How many tasks had work left when the closure returned, and ended by themselves soon after.
  var lateTasks = 0 { didSet { isUsual = false } }
  /// What the program printed, in a run that keeps it.
  var printed: [PrintedLine] = [] { didSet { isUsual = false } }
}

extension RunOutcome {
  /// Finds the verdict, with how many failures the run's code reported.
  mutating func judge(failures: Int) {
    verdict = Verdict(
      of: ending, failures: failures, misuses: misuses.count, thrown: thrown, hasRace: race != nil)
  }

  /// Whether two failures are the same to a reader.
  func isLike(_ other: RunOutcome) -> Bool {
    verdict == other.verdict && tasks.count == other.tasks.count
      && (race == nil) == (other.race == nil) && misuses.isEmpty == other.misuses.isEmpty
      && (thrown == nil) == (other.thrown == nil)
  }
}

/// A task as a report names it.
struct TaskSummary: Sendable, Equatable {
  var number: Int
  var name: String?
  var startedAt: String?
  var waitsFor: String
  /// The resource of the library that the task waits for: "channel made at A.swift:3".
  var resource: String?
  /// What is known about the task that last used the other side of the channel.
  var others: String?
  /// The innermost line of the program at which the task waits.
  var standsAt: String?
  /// Whether the task is inside the code that is tested; `nil` when that is not known.
  var isInProgram: Bool?
  /// Whether the code that is tested started the task; `nil` when that is not known.
  var isOfProgram: Bool?
  /// Whether the task was cancelled.
  var isCancelled = false
  /// The last operation of the library that the task began.
  var lastSeen: String?
  /// What the task waits for, in short; `nil` when that is not known.
  var waitKind: WaitKind?
  var since: Duration
  /// Which tasks have to act first, as far as that is certain.
  var waits: [Wait] = []
  /// Whether cancelling ended the task; `nil` when it was not tried.
  var endsWhenCancelled: Bool?

  /// Another task that has to do something first.
  struct Wait: Sendable, Equatable {
    /// The other task.
    var task: Int
    /// What is waited for, with the other task's label.
    var words: String
  }

  /// Number 1 is the closure of `bubble` itself.
  var isRoot: Bool { number == 1 }

  /// The task without the place where it was started.
  var label: String {
    isRoot
      ? isInProgram == true ? "your function" : "the test"
      : name.map { "task \"\($0)\"" } ?? "task \(number)"
  }

  var title: String {
    isRoot ? label : startedAt.map { "\(label), started at \($0)," } ?? label
  }
}
