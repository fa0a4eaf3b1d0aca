internal import RunFormats
internal import Testing

/// Tells a test, and the grader if there is one, what a bubble found.
struct TestReport {
  private let exploration: Exploration
  private let issues: [TimedIssue]
  private let location: SourceLocation

  init(_ exploration: Exploration, issues: [TimedIssue], at location: SourceLocation) {
    self.exploration = exploration
    self.issues = issues
    self.location = location
  }

  func record() async throws {
    if Settings.attaches {
      Attachment.record(
        BubbleResult(exploration, issues: issues.map(\.text)).json, named: "bubble.json",
        sourceLocation: location)
    }
    guard let failure = exploration.failure else { return show(exploration.printed) }
    if !failure.trace.events.isEmpty {
      Attachment.record(failure.trace.json, named: "trace.json", sourceLocation: location)
    }
    let printed = failure.printed.isEmpty ? "" : "printed:\n\(failure.printed.text)"
    let message = [
      failure.message, failure.advice ?? "", printed, Columns(trace: failure.trace).text,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
    // Each issue as it was, at its own line, with what the reader needs to see it again.
    for (index, timed) in issues.enumerated() {
      // The rest is the same for all issues of the run.
      let rest = index == 0 ? [message, outcomes, again].filter { !$0.isEmpty } : []
      let note = ["at t = \(timed.time.inSeconds)"] + rest
      try await record(timed.issue, note: note.joined(separator: "\n"))
    }
    guard issues.isEmpty else { return }
    let text = [message, outcomes, again].filter { !$0.isEmpty }.joined(separator: "\n")
    Issue.record(Comment(rawValue: text), sourceLocation: location)
  }

  /// Prints what a passed test has printed, once, below a line that names the test.
  private func show(_ printed: [PrintedLine]) {
    guard !printed.isEmpty, !Settings.attaches, let test = Test.current else { return }
    print("printed in \(test.name), in the first of its schedules:\n\(printed.text)")
  }

  /// Records an earlier issue again: whatever is recorded in the trait's scope becomes that issue.
  private func record(_ issue: Issue, note: String) async throws {
    guard let test = Test.current else { return }
    let trait = IssueHandlingTrait.compactMapIssues { _ in
      var again = issue
      again.comments = again.comments.map { Comment(rawValue: $0.rawValue.readable) }
      again.comments.append(Comment(rawValue: note))
      return again
    }
    try await trait.provideScope(for: test, testCase: Test.Case.current) {
      Issue.record("recorded again")
    }
  }

  private var outcomes: String { Histogram(counts: exploration.outcomes).text }

  private var again: String {
    guard let failure = exploration.failure else { return "" }
    let count = Coverage(exploration).ofFailures
    guard let test = Test.current else { return count }
    let filter = Self.filter(for: "\(test.id)")
    let command = "BUBBLE_SCHEDULE=\(failure.schedule) swift test --filter '\(filter)'"
    let invitation = failure.isRepeatable ? "run that one again" : "another run may go differently"
    return "\(count); \(invitation): \(command)"
  }
}

extension TestReport {
  /// What `swift test --filter` needs to find the test with this identifier, in single quotes.
  ///
  /// An identifier is `Module.Suite/name()/File.swift:3:4`. The filter is a regular expression: a
  /// character that has a meaning there, or ends the quotes, is replaced by a dot, which stands for
  /// any character.
  static func filter(for identifier: String) -> String {
    let name = identifier.prefix(upTo: identifier.lastIndex(of: "/") ?? identifier.endIndex)
    let words = name.hasSuffix("()") ? name.dropLast(2) : name
    return String(words.map { "\\^$.|?*+()[]{}'\n".contains($0) ? "." : $0 })
  }
}

extension TimedIssue {
  /// What the test says was expected, then what the testing library saw, and when.
  fileprivate var text: String {
    let comments = issue.comments.map(\.rawValue)
    // The description reads "Expectation failed: what (severity): comments".
    var seen = "\(issue)"
    if let end = seen.firstRange(of: " (error)") { seen = String(seen[..<end.lowerBound]) }
    return (comments + ["at t = \(time.inSeconds): \(seen)"]).joined(separator: "\n").readable
  }
}
