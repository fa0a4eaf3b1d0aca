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
    let message = failure.map { ([$0.message] + issues).filter { !$0.isEmpty } }
    let fields = [
      ("schema", quoted("bubble/1")),
      ("verdict", quoted(failure?.verdict.rawValue ?? "passed")),
      ("schedules", "\(exploration.schedules)"),
      ("failedSchedules", "\(exploration.failures)"),
      ("exhaustive", "\(exploration.isExhaustive)"),
      ("schedule", failure.map { quoted("\($0.schedule)") } ?? "null"),
      ("message", message.map { quoted($0.joined(separator: "\n")) } ?? "null"),
      ("virtualSeconds", seconds(failure?.time ?? exploration.duration)),
      ("leaks", "[\((failure?.leaks ?? []).map(leak).joined(separator: ","))]"),
    ]
    return "{\(fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  private func leak(_ leak: Exploration.Leak) -> String {
    let startedAt = leak.startedAt.map(quoted) ?? "null"
    return """
      {"task":\(quoted(leak.task)),"startedAt":\(startedAt),"waitsFor":\(quoted(leak.waitsFor)),\
      "endsWhenCancelled":\(leak.endsWhenCancelled)}
      """
  }

  private func seconds(_ duration: Duration) -> String {
    "\(duration / .seconds(1))"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
