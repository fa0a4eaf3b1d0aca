/// The words for what a run came to, without the testing library.
struct Report {
  let outcome: RunOutcome

  private static let longest = 12

  /// Some lines: what happened and when, who is concerned, one thing to look at.
  var text: String {
    switch outcome.verdict {
    case .passed: ""
    case .wrong: wrong
    case .leaked: leaked
    case .deadlocked: deadlocked
    case .stuck: stuck
    }
  }

  private var time: String { "t = \(outcome.time.inSeconds)" }

  private var wrong: String {
    var lines = outcome.misuses
    if let thrown = outcome.thrown, outcome.misuses.isEmpty, !outcome.isRequirement {
      lines.append("the test threw \(thrown) at \(time)")
    }
    return lines.joined(separator: "\n")
  }

  private var deadlocked: String {
    let count = outcome.tasks.count
    let what = count == 1 ? "1 task waits" : "\(count) tasks wait"
    return lines(
      "deadlock at \(time): \(what) and nothing can wake \(count == 1 ? "it" : "them")",
      outcome.tasks.map { "\($0.title) \($0.waitsFor), since t = \($0.since.inSeconds)" },
      advice: Advice.deadlock(outcome.tasks))
  }

  private var leaked: String {
    let count = outcome.tasks.count
    let tasks = outcome.tasks.map { task in
      let end = task.endsWhenCancelled == true ? "cancelling ended it" : "cancelling did not end it"
      return "\(task.title) \(task.waitsFor); \(end)"
    }
    let what = count == 1 ? "1 task is left behind" : "\(count) tasks are left behind"
    return lines(
      "leak at \(time): the work is done and \(what)", tasks, advice: Advice.leak(outcome.tasks))
  }

  private var stuck: String {
    let bound = outcome.bound ?? "a bound"
    let tasks = outcome.tasks.map { "\($0.title) was running" }
    return lines("stuck at \(time): \(bound)", tasks, advice: Advice.stuck(bound))
  }

  private func lines(_ head: String, _ tasks: [String], advice: String) -> String {
    var lines = [head] + tasks.prefix(Self.longest).map { "  " + $0 }
    if tasks.count > Self.longest { lines.append("  … and \(tasks.count - Self.longest) more") }
    return (lines + ["look at: \(advice)"]).joined(separator: "\n")
  }
}

/// The one thing to look at after a failure.
enum Advice {
  static func deadlock(_ tasks: [TaskSummary]) -> String {
    let verbs = tasks.compactMap(\.verb)
    let first = tasks.first { $0.resource != nil }
    let thing = first?.resource.map { "the \($0)" } ?? "it"
    if verbs.contains("wait") {
      return "does every task that was added to \(thing) call done(), on every way out?"
    }
    let receives = verbs.contains("receive")
    let sends = verbs.contains("send")
    if receives, !sends {
      return "who still sends on \(thing)? If nobody does, who closes it?"
    }
    if sends, !receives {
      return "who receives from \(thing)? A send waits for its receiver, or for a free place."
    }
    if receives, sends {
      return "each waits for another: in which order do they send and receive?"
    }
    if verbs.contains("select") {
      return "which of its cases should have happened, and who was to make it happen?"
    }
    if verbs.contains("continuation") { return "on which way is the continuation never resumed?" }
    if verbs.contains("executor") {
      return "which task holds the actor, and what does it wait for?"
    }
    return "what should have ended the task that the others wait for?"
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
    if bound.contains("virtual") { return "a loop that sleeps and has no end; what should end it?" }
    if bound.contains("steps") { return "a loop that never waits for anything but its turn." }
    if bound.contains("blocking") {
      return "a call that blocks the thread, such as a semaphore, a lock or sleep(); await instead."
    }
    return "a loop without an `await` in it, or with no end."
  }
}
