/// The words for what a run came to, without the testing library.
struct Report {
  let outcome: RunOutcome
  /// Whether the same schedule gives the same run again.
  var repeats = true
  /// What decides the runs beside the schedule, where that is known.
  var uncontrolled: String?

  private static let longest = 12

  /// Some lines: what happened and when, who is concerned, one thing to look at.
  var text: String {
    [what, repeats ? "" : doesNotRepeat].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var doesNotRepeat: String {
    if let uncontrolled { return "this program does not repeat: \(uncontrolled)" }
    return """
      this program does not repeat: the same schedule gave another run; it uses something the bubble \
      does not control, such as memory that outlives a run, or a thread of its own
      """
  }

  private var what: String {
    switch outcome.verdict {
    case .passed: ""
    case .wrong: wrong
    case .race: [race, wrong].filter { !$0.isEmpty }.joined(separator: "\n")
    case .leaked: leaked
    // The race may be the reason.
    case .deadlocked: [deadlocked, race].filter { !$0.isEmpty }.joined(separator: "\n")
    case .stuck: [stuck, race].filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  /// What to look at when it is the test that has said what is wrong.
  var advice: String? {
    guard outcome.verdict == .wrong, outcome.misuses.isEmpty else { return nil }
    return outcome.interruptions.lazy.compactMap(Advice.interruption).first.map { "look at: \($0)" }
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
    if let thrown = outcome.thrown, outcome.misuses.isEmpty, !outcome.isRequirement,
      !outcome.isCancellation
    {
      lines.append("the test threw \(thrown) at \(time)")
    }
    if let misuse = outcome.misuses.first { lines.append("look at: \(Advice.misuse(misuse))") }
    return lines.joined(separator: "\n")
  }

  /// Each misuse once, as many tasks may make the same one.
  private var misuses: [String] {
    let counts = Dictionary(outcome.misuses.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: Set<String> = []
    let lines = outcome.misuses.filter { seen.insert($0).inserted }.map { line in
      let count = counts[line] ?? 1
      return count == 1 ? line : "\(line) (\(count) times)"
    }
    guard lines.count > Self.longest else { return lines }
    return lines.prefix(Self.longest) + ["… and \(lines.count - Self.longest) more"]
  }

  private var deadlocked: String {
    let count = outcome.tasks.count
    let what = count == 1 ? "1 task waits" : "\(count) tasks wait"
    let circle = Circle(in: outcome.tasks)
    return lines(
      "deadlock at \(time): \(what) and nothing can wake \(count == 1 ? "it" : "them")",
      outcome.tasks.map { "\($0.title) \($0.waitsFor), since t = \($0.since.inSeconds)" },
      circle.map(\.text),
      // Where a channel or a lock is part of it, the question about that leads further.
      advice: circle?.isOfTasksOnly == true && !outcome.tasks.contains { $0.verb == "lock" }
        ? Advice.circle : Advice.deadlock(outcome.tasks))
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
    if let awaited = outcome.awaitedOutside { return stuck(waitingFor: awaited) }
    let bound = outcome.bound ?? "a bound"
    let tasks = outcome.tasks.map { task in
      "\(task.title) was running" + (task.lastSeen.map { ", last seen to \($0)" } ?? "")
    }
    return lines("stuck at \(time): \(bound)", tasks, advice: Advice.stuck(bound))
  }

  private func stuck(waitingFor awaited: String) -> String {
    lines(
      "stuck at \(time): the program waits for \(awaited), which lives in real time",
      outcome.tasks.map { "\($0.title) \($0.waitsFor), since t = \($0.since.inSeconds)" },
      advice: Advice.realTime)
  }

  private func lines(
    _ head: String, _ tasks: [String], _ more: String? = nil, advice: String
  ) -> String {
    var lines = [head] + tasks.prefix(Self.longest).map { "  " + $0 }
    if tasks.count > Self.longest { lines.append("  … and \(tasks.count - Self.longest) more") }
    if let more { lines.append(more) }
    return (lines + ["look at: \(advice)"]).joined(separator: "\n")
  }
}
