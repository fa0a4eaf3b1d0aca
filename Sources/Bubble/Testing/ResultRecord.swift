/// A bubble's result for a program that reads it: `bubble.json`, schema `bubble/1`.
struct ResultRecord {
  private let exploration: Exploration
  private let issues: [String]

  init(_ exploration: Exploration, issues: [String]) {
    self.exploration = exploration
    self.issues = issues
  }

  /// One line of JSON.
  var json: String {
    let failure = exploration.failure
    let message = failure.map { failure in
      ([failure.message] + issues + [failure.advice ?? ""]).filter { !$0.isEmpty }
        + (failure.printed.isEmpty ? [] : ["printed:", failure.printed.text])
        + (steps(of: failure).isEmpty ? [] : ["steps:", steps(of: failure)])
    }
    let fields = [
      ("schema", "bubble/1".json),
      ("verdict", (failure?.verdict.rawValue ?? "passed").json),
      ("schedules", "\(exploration.schedules)"),
      ("failedSchedules", "\(exploration.failures)"),
      ("exhaustive", "\(exploration.isExhaustive)"),
      ("schedule", failure.map { "\($0.schedule)".json } ?? "null"),
      ("message", message.map { $0.joined(separator: "\n").json } ?? "null"),
      ("virtualSeconds", seconds(failure?.time ?? exploration.duration)),
      ("outcomes", "{\(outcomes.joined(separator: ","))}"),
      ("leaks", "[\((failure?.leaks ?? []).map(leak).joined(separator: ","))]"),
    ]
    return "{\(fields.map { "\($0.0.json):\($0.1)" }.joined(separator: ","))}"
  }

  /// Who did what, when one schedule was asked for.
  private func steps(of failure: Exploration.Failure) -> String {
    Settings.replay == nil ? "" : Columns(trace: failure.trace).text
  }

  private var outcomes: [String] {
    exploration.outcomes.sorted { $0.key < $1.key }.map { "\($0.key.json):\($0.value)" }
  }

  private func leak(_ leak: Exploration.Leak) -> String {
    let startedAt = (leak.startedAt ?? "unknown").json
    return """
      {"task":\(leak.task.json),"startedAt":\(startedAt),"waitsFor":\(leak.waitsFor.json),\
      "endsWhenCancelled":\(leak.endsWhenCancelled)}
      """
  }

  private func seconds(_ duration: Duration) -> String {
    "\(duration / .seconds(1))"
  }
}
