/// The claims about the course that were checked, and the problems that were found.
struct CheckLog {
  private(set) var problems: [String] = []
  private(set) var passed: [String] = []

  /// Adds one claim about the course, and everything that contradicts it.
  mutating func note(_ claim: String, _ contradictions: [String]) {
    if contradictions.isEmpty {
      passed.append(claim)
    } else {
      problems += contradictions
    }
  }

  var text: String {
    let marks = passed.map { "✓ \($0)" } + problems.map { "✗ \($0)" }
    let sum =
      problems.isEmpty
      ? "the course is sound" : "\(problems.count) thing\(problems.count == 1 ? "" : "s") to fix"
    return (marks + ["", sum]).joined(separator: "\n") + "\n"
  }
}
