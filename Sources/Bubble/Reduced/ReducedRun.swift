internal import Synchronization

/// A bubble without the runtime's help: the real clock, one run in whatever order, a time limit.
///
/// The mode for platforms and compilers on which a bubble cannot take over the jobs. Expectations
/// on values and thrown errors are checked. A test that asks for more, such as virtual time, ends
/// there and is not judged: any answer could fail a correct program on a busy machine.
final class ReducedRun: Sendable {
  @TaskLocal static var current: ReducedRun?

  static let unchecked = """
    reduced mode: one run on the real clock; not checked: other schedules, deadlocks, leaks
    """
  static let timeLimit = Duration.seconds(20)

  /// What only the full mode knows.
  enum Knowledge: String {
    case time = "virtual time needs"
    case tasks = "task counts need"
    case sections = "counts of tasks in sections need"
    case settling = "to settle needs"

    /// The text for a test that asked for it.
    var sentence: String { "not checked here: \(rawValue) the full bubble" }
  }

  private let start = ContinuousClock.now
  private let isJudged = Atomic<Bool>(false)
  /// Called when the run's code asks for what only the full mode knows.
  private let giveUp: @Sendable (Knowledge) -> Void
  private let noted = Mutex<String?>(nil)

  init(giveUp: @escaping @Sendable (Knowledge) -> Void) {
    self.giveUp = giveUp
  }

  /// Real time since the run began.
  var elapsed: Duration { ContinuousClock.now - start }

  /// Whether the verdict stands, so that what is reported from now on does not count.
  var isOver: Bool { isJudged.load(ordering: .acquiring) }

  /// The run goes on, as nothing can stop it, but its result does not count any more.
  func end() { isJudged.store(true, ordering: .releasing) }

  /// Ends the run: its code asks for what only the full mode knows.
  func ask(for knowledge: Knowledge) {
    guard !isJudged.exchange(true, ordering: .acquiringAndReleasing) else { return }
    giveUp(knowledge)
  }
}

extension ReducedRun {
  /// The outcome that the code noted.
  var outcome: String? { noted.withLock { $0 } }

  func note(outcome: String) {
    noted.withLock { $0 = outcome }
  }
}
