/// The one thing to look at after a failure.
enum Advice {
  static let circle = "which of them could go on without waiting for the next?"

  static let race = """
    which lock, actor or atomic protects that memory? The same one must in every access, when it is \
    read, too; `nonisolated(unsafe)`, `@unchecked Sendable` and pointers leave that to you.
    """

  static func deadlock(_ tasks: [TaskSummary]) -> String {
    let verbs = tasks.compactMap(\.verb)
    func thing(of verb: String) -> String {
      // Who came last stands at the beginning of the chain as a rule: the others wait for it.
      tasks.last { $0.verb == verb }?.resource.map { "the \($0)" } ?? "it"
    }
    if verbs.contains("lock") {
      return
        "in which order do the tasks take their locks? One order for all, and none waits forever."
    }
    if verbs.contains("wait") {
      return "does every task that was added to \(thing(of: "wait")) call done(), on every way out?"
    }
    let receives = verbs.contains("receive")
    let sends = verbs.contains("send")
    if receives, !sends {
      return "who still sends on \(thing(of: "receive"))? If nobody does, who closes it?"
    }
    if sends, !receives {
      return
        "who receives from \(thing(of: "send"))? A send waits for its receiver, or for a free place."
    }
    if receives, sends {
      return "each waits for another: in which order do they send and receive?"
    }
    if verbs.contains("select") {
      return "which of its cases should have happened, and who was to make it happen?"
    }
    if verbs.contains("continuation") {
      return
        "on which way is the continuation never resumed? Did the event come before it was kept?"
    }
    if verbs.contains("outside") {
      return "a task that was started outside, or has an executor of its own, lives in real time."
    }
    if verbs.contains("executor") {
      return "which task holds the actor, and what does it wait for?"
    }
    return "what should have ended the task that the others wait for?"
  }

  /// What a task did in two steps, between which another one came.
  static func interruption(_ interruption: Interruption) -> String? {
    guard let after = interruption.after, let between = interruption.between,
      after.place == interruption.before.place
    else { return nil }
    let (before, task) = (
      interruption.before, interruption.task == 1 ? "the test" : "task \(interruption.task)"
    )
    let rule =
      before.kind == .lock
      ? "One critical section must hold the whole update."
      : "Read and write in one atomic operation."
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
      default: "takes the lock"
      }
    return "\(verb) at \(access.line)"
  }

  static let realTime = """
    real time does not pass in a bubble: sleep with Task.sleep, or give the program a clock to use.
    """

  static func misuse(_ message: String) -> String {
    if message.hasPrefix("send on") { return "who closed the channel while others still send?" }
    if message.hasPrefix("close of") {
      return "two places close the channel; which is the last sender?"
    }
    if message.hasPrefix("negative") { return "is done() called more often than was added?" }
    return "make what a test uses inside its bubble."
  }

  static func leak(_ tasks: [TaskSummary]) -> String {
    switch tasks.first(where: { $0.verb != nil })?.verb {
    case "receive": "who closes that channel when there is nothing more to come?"
    case "send": "who receives the values that are left when the reader goes away?"
    case "sleep": "who cancels this task, and who waits for its end?"
    case "select": "which case tells the task to end?"
    case "wait": "which task never calls done()?"
    default: "who waits for this task, or cancels it?"
    }
  }

  static func stuck(_ bound: String) -> String {
    if bound.contains("pauses") {
      return
        "a loop that sleeps and has no end: what should end it, or what could it wait for instead?"
    }
    if bound.contains("steps") {
      return "a loop that goes on without waiting: what ends it, also when its task is cancelled?"
    }
    if bound.contains("blocking") {
      return "a call that blocks the thread, such as a semaphore, a lock or sleep(); await instead."
    }
    return "a loop without an `await` in it, or with no end."
  }
}
