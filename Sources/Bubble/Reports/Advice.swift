internal import Probe

/// The one thing to look at after a failure.
///
/// It is a question that fits every possible cause, and not an answer: the channel that a task
/// waits at is usually not the one that was forgotten.
enum Advice {
  static let cycle = "which of them could go on without waiting for the next?"
  static let locks =
    "in which order do the tasks take their locks? One order for all, and none waits forever."

  static let race = """
    which lock, actor or atomic protects that memory? Every access needs the same one, reads \
    included; with `nonisolated(unsafe)`, `@unchecked Sendable` and pointers, that is up to you.
    """

  static func deadlock(_ tasks: [TaskSummary], _ clues: Clues) -> String {
    if let unreached = clues.unreached { return cancelling(unreached) }
    if let cycle = WaitCycle(in: tasks) { return cycle.isOfLocks ? locks : Self.cycle }
    let causes = causes(tasks)
    let kinds = Set(causes.compactMap(\.waitKind))
    if clues.isProgramOver, !kinds.isDisjoint(with: [.send, .receive, .select, .stream]) {
      return
        "what should your function have done before it returned? The test waits\(at(causes[0]))."
    }
    guard kinds.count == 1, let kind = kinds.first else {
      let places = Set(causes.compactMap(\.standsAt))
      return places.count < 2
        ? "what should end these waits, and which task should do that?"
        : "which of these waits should end first, and which task should end it?"
    }
    return question(kind, causes)
  }

  /// The tasks whose waits no other task's wait explains.
  private static func causes(_ tasks: [TaskSummary]) -> [TaskSummary] {
    let own = tasks.filter { $0.waitKind?.isForTasks != true }
    // The task that should call done() may be among those that wait for something else.
    let others = own.filter { $0.waitKind != .waitGroup }
    let causes = others.isEmpty ? own : others
    return causes.isEmpty ? tasks : causes
  }

  private static func question(_ kind: WaitKind, _ causes: [TaskSummary]) -> String {
    switch kind {
    case .lock: return locks
    case .waitGroup:
      let groups = Set(causes.compactMap(\.resource))
      let all = groups.count == 1 ? groups.first.map { "the \($0)" } ?? "it" : "each wait group"
      return "does every task that was added to \(all) call done(), on every way out?"
    case .receive:
      return "what should end the wait\(at(causes[0])): another value, a close, or a cancellation?"
    case .send:
      return
        "what should end the wait\(at(causes[0])): a receiver, a free place, or a cancellation?"
    case .select:
      return
        "which case of the select\(at(causes[0])) should become ready, and through which task?"
    case .stream:
      return "what should end the wait\(at(causes[0])): an element, or the end of the stream?"
    case .continuation:
      return
        "on which path is the continuation never resumed? Is it stored only after the event?"
    case .taskOutside:
      return "a task that was started outside, or has an executor of its own, runs in real time."
    case .actor:
      return "which task holds the actor, and what does it wait for?"
    case .task, .group, .sleep, .running:
      return "what should have ended the task that the others wait for?"
    }
  }

  private static func at(_ task: TaskSummary) -> String {
    task.standsAt.map { " at \($0)" } ?? ""
  }

  static func cancelling(_ unreached: String) -> String {
    "who cancels \(unreached) when the task that waits for it is cancelled?"
  }

  /// What a task did in two steps, between which another task ran.
  static func interruption(_ interruption: Interruption) -> String? {
    guard let after = interruption.after, let between = interruption.between,
      after.place == interruption.before.place,
      // A loop that tries the same thing again does not rely on what it saw before.
      after.kind.subject == .memory || after.kind != interruption.before.kind
        || after.line != interruption.before.line
    else { return nil }
    let (before, task) = (
      interruption.before, interruption.task == 1 ? "the test" : "task \(interruption.task)"
    )
    let rule =
      switch before.kind {
      case .lock: "One critical section must hold the whole update."
      case .look, .trySend, .tryReceive, .send, .receive, .close:
        "What the first call saw may be over by then: rely on what one call returns."
      case .load, .store, .change, .unlock: "Read and write in one atomic operation."
      }
    return """
      \(task) \(words(before)), then \(words(after)); between the two, task \(between.task) \
      \(words(between.access)). \(rule)
      """
  }

  private static func words(_ access: Interruption.Access) -> String {
    let verb =
      switch access.kind {
      case .load: "reads the atomic"
      case .store: "writes the atomic"
      case .change: "changes the atomic"
      case .lock, .unlock: "takes the lock"
      case .look: "looks at the channel"
      case .trySend: "tries to send"
      case .tryReceive: "tries to receive"
      case .send: "sends"
      case .receive: "receives"
      case .close: "closes the channel"
      }
    return "\(verb) at \(access.line)"
  }

  static let realTime = """
    real time does not pass in a bubble: sleep with Task.sleep, or give the program a clock to use.
    """

  static func misuse(_ misuse: Misuse) -> String {
    switch misuse {
    case .sendOnClosed: "who closed the channel while others still send?"
    case .closeOfClosed: "two places close the channel; which is the last sender?"
    case .negativeCounter: "is done() called more often than add() has counted?"
    case .foreign:
      "a global or a static property is made once, for all runs: make it where it is used."
    }
  }

  static func leak(_ tasks: [TaskSummary], _ clues: Clues) -> String {
    if let unreached = clues.unreached { return cancelling(unreached) }
    let waiting = tasks.filter { $0.waitKind != nil }
    guard let first = waiting.first(where: \.isInItsOwnWait) ?? waiting.first else {
      return "who waits for this task, or cancels it?"
    }
    if first.endsWhenCancelled == true {
      let task = first.startedAt.map { "the task started at \($0)" } ?? first.label
      return "who cancels \(task), and who waits for its end?"
    }
    switch first.waitKind {
    case .waitGroup: return "which task never calls done()?"
    case .continuation: return "on which path is the continuation never resumed?"
    case .running, .sleep, .send, .receive, .select:
      return "a loop that goes on although its task is cancelled: what ends it?"
    case .stream, .task, .group, .taskOutside, .actor, .lock, nil:
      return "who waits for this task, or cancels it?"
    }
  }

  static func late(_ tasks: [TaskSummary]) -> String {
    let task = tasks[0].startedAt.map { "the task started at \($0)" } ?? tasks[0].label
    return "who waits for the end of \(task) before your function returns?"
  }

  static func stuck(_ reason: StuckReason, _ task: TaskSummary?, _ clues: Clues) -> String {
    if let unreached = clues.unreached { return cancelling(unreached) }
    if task?.isCancelled == true {
      return """
        a loop that goes on although its task is cancelled, where a sleep, a send or a receive returns at \
        once: what ends it?
        """
    }
    switch reason {
    case .steps(_, hasPauses: true), .pauses:
      return
        "a loop that sleeps and has no end: what should end it, or what could it wait for instead?"
    case .steps(_, hasPauses: false):
      return "a loop that goes on without waiting: what ends it, also when its task is cancelled?"
    case .blocked:
      return "a call that blocks the thread, such as a semaphore, a lock or sleep(); await instead."
    case .busy:
      return "a loop without an `await` in it, or with no end."
    case .outside: return realTime
    }
  }
}

extension TaskSummary {
  /// Whether the task waits for something else than the end of another task.
  fileprivate var isInItsOwnWait: Bool { waitKind?.isForTasks != true }
}
