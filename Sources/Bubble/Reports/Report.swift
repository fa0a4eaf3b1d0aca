/// The text about the result of a run; it does not depend on the testing library.
struct Report {
  let outcome: RunOutcome
  /// Whether the same schedule gives the same run again.
  var repeats = true
  /// What decides the runs besides the schedule, if that is known.
  var uncontrolled: String?

  private static let longest = 12

  /// A few lines: what happened and when, which tasks are involved, one thing to look at.
  var text: String {
    [what, repeats ? "" : doesNotRepeat].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var doesNotRepeat: String {
    if let uncontrolled { return "this program is nondeterministic: \(uncontrolled)" }
    return """
      this program is nondeterministic: the same schedule gave another run; it uses something the bubble \
      does not control, such as memory that outlives a run, or a thread of its own
      """
  }

  private var what: String {
    switch outcome.verdict {
    case .passed: ""
    case .wrong: wrong
    case .race:
      [race, wrong, outcome.tasks.isEmpty ? "" : leaked].filter { !$0.isEmpty }
        .joined(separator: "\n")
    case .leaked: leaked
    // A misuse or the race may be the reason.
    case .deadlocked:
      [deadlocked, misuses.isEmpty ? "" : wrong, race].filter { !$0.isEmpty }
        .joined(separator: "\n")
    case .stuck: [stuck, race].filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// What to look at if the test itself has reported what is wrong.
  var advice: String? {
    guard outcome.verdict == .wrong, outcome.misuses.isEmpty else { return nil }
    if let interruption = outcome.interruptions.lazy.compactMap(Advice.interruption).first {
      return "look at: \(interruption)"
    }
    guard let unreached = outcome.clues.unreached else { return nil }
    return (outcome.clues.lines + ["look at: \(Advice.cancelling(unreached))"])
      .joined(separator: "\n")
  }

  private var race: String {
    guard let race = outcome.race else { return "" }
    return lines(
      "race at \(time): two tasks use the same memory, and nothing orders them",
      [race.before.words, race.after.words], advice: Advice.race)
  }

  private var time: String { "t = \(outcome.time.inSeconds)" }

  private var wrong: String {
    var lines = misuses
    if let thrown = outcome.thrown, outcome.misuses.isEmpty, !thrown.isRequirement,
      !thrown.cancelsTest
    {
      lines.append("the test threw \("\(thrown)".readable) at \(time)")
    }
    if let misuse = outcome.misuses.first { lines.append("look at: \(Advice.misuse(misuse.what))") }
    return lines.joined(separator: "\n")
  }

  /// Each misuse once, because many tasks may make the same one.
  private var misuses: [String] {
    let all = outcome.misuses.map(\.words)
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: Set<String> = []
    let lines = all.filter { seen.insert($0).inserted }.map { line in
      let count = counts[line] ?? 1
      return count == 1 ? line : "\(line) (\(count) times)"
    }
    guard lines.count > Self.longest else { return lines }
    return lines.prefix(Self.longest) + ["… and \(lines.count - Self.longest) more"]
  }

  private var deadlocked: String {
    let tasks = ownFirst(outcome.tasks)
    let what = tasks.count == 1 ? "1 task waits" : "\(tasks.count) tasks wait"
    let clues = outcome.clues
    return lines(
      """
      deadlock at \(time): \(clues.isProgramOver ? "your function has returned, and " : "")\(what) \
      and nothing can wake \(tasks.count == 1 ? "it" : "them")
      """,
      tasks.map(wait), (WaitCycle(in: tasks).map { [$0.text] } ?? []) + clues.lines,
      advice: lostWakeUp ?? Advice.deadlock(tasks, clues))
  }

  /// What came between checking a state and waiting, if all tasks wait for continuations.
  private var lostWakeUp: String? {
    let kinds = Set(outcome.tasks.compactMap(\.waitKind)).filter { !$0.isForTasks }
    guard kinds == [.continuation] else { return nil }
    return outcome.interruptions.lazy.compactMap(Advice.interruption).first
  }

  /// The tasks that are in the tested code go first, because that is the code to change.
  private func ownFirst(_ tasks: [TaskSummary]) -> [TaskSummary] {
    tasks.filter { $0.isInProgram == true } + tasks.filter { $0.isInProgram != true }
  }

  private func wait(_ task: TaskSummary) -> String {
    "\(task.title) \(task.waitsFor), since t = \(task.since.inSeconds)"
      + (task.others.map { "; \($0)" } ?? "")
  }

  private var leaked: String {
    if outcome.ending == .late { return late }
    let tasks = ownFirst(outcome.tasks)
    let what = tasks.count == 1 ? "1 task is left behind" : "\(tasks.count) tasks are left behind"
    return lines(
      "leak at \(time): the work is done and \(what)",
      tasks.map { task in
        let end =
          task.endsWhenCancelled == true ? "cancelling ended it" : "cancelling did not end it"
        return "\(task.title) \(task.waitsFor); \(end)"
      },
      outcome.clues.lines, advice: Advice.leak(tasks, outcome.clues))
  }

  /// The tasks end, but too late, so "left behind" would be wrong.
  private var late: String {
    let tasks = outcome.tasks
    let what = tasks.count == 1 ? "1 task that it started" : "\(tasks.count) tasks that it started"
    return lines(
      "leak at \(time): your function returned before \(what) had ended",
      tasks.map { task in
        "\(task.title) had work left\(task.standsAt.map { " at \($0)" } ?? "")"
      }, advice: Advice.late(tasks))
  }

  private var stuck: String {
    guard case .stuck(let reason) = outcome.ending else { return "" }
    let head = "stuck at \(time): \(reason.words)"
    if case .outside = reason {
      return lines(head, ownFirst(outcome.tasks).map(wait), advice: Advice.realTime)
    }
    let tasks = outcome.tasks.map { task in
      "\(task.title) was running\(task.standsAt.map { " at \($0)" } ?? "")"
        + (task.lastSeen.map { " (last operation: \($0))" } ?? "")
    }
    return lines(
      head, tasks, outcome.clues.lines,
      advice: Advice.stuck(reason, outcome.tasks.first, outcome.clues))
  }

  private func lines(
    _ head: String, _ tasks: [String], _ more: [String] = [], advice: String
  ) -> String {
    var lines = [head] + tasks.prefix(Self.longest).map { "  " + $0 }
    if tasks.count > Self.longest { lines.append("  … and \(tasks.count - Self.longest) more") }
    return (lines + more + ["look at: \(advice)"]).joined(separator: "\n")
  }
}
