import GraderFormats

/// What a report says about a test that did not pass; the writers only format it.
struct Explanation {
  /// How many leaks are listed: more, perhaps all from the same line, add no information.
  private static let leakLimit = 5

  /// The verdict, and in how many of the schedules the test failed.
  var headline: String { verdict.words + frequency }

  /// A text such as ` in 3 of 50 schedules`; empty when there was only one schedule.
  var frequency = ""

  /// What the test says, line by line.
  var message: String

  /// The leaks that the message does not mention already.
  var leaks: [Leak]

  /// A text that counts the other leaks.
  var restOfLeaks: String?

  /// The command that shows the failure again.
  var replay: String

  private var verdict: Verdict

  /// Explains a test.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - exercise: The exercise that it belongs to.
  ///   - source: The submission's path, for the instructor; the default is for the student.
  init(_ test: TestResult, of exercise: ExerciseResult, in source: String = "Exercises") {
    verdict = test.verdict
    message = test.message ?? ""
    if let failed = test.failedSchedules, test.schedules > 1 {
      frequency = " in \(failed) of \(test.schedules) schedules"
    }
    let untold = test.leaks.filter { test.message?.contains($0.startedAt) != true }
    leaks = Array(untold.prefix(Self.leakLimit))
    let rest = untold.count - leaks.count
    restOfLeaks = rest > 0 ? "and \(rest) more" : nil
    replay = Replay.command(source: source, exercise: exercise.id, schedule: test.schedule)
  }

  /// The leaks as text, one line each.
  var leakLines: [String] { leaks.map(\.words) + (restOfLeaks.map { [$0] } ?? []) }

  /// The message line by line, without empty lines.
  var messageLines: [String] { message.split(whereSeparator: \.isNewline).map(String.init) }

  /// The first line of the message, after the verdict unless the line already says it.
  var line: String {
    let first = messageLines.first ?? ""
    let saysItself = ["deadlock at ", "leak at ", "race at ", "stuck at "]
      .contains { first.hasPrefix($0) }
    return saysItself ? first : "\(verdict.words): \(first)"
  }

  /// Everything as plain text, for reports that have one field.
  var text: String {
    var lines = [headline]
    if !message.isEmpty { lines.append(message.excerpt().visible) }
    lines += leakLines.map(\.visible)
    if verdict != .notStarted, verdict != .doesNotCompile { lines.append("replay: " + replay) }
    return lines.joined(separator: "\n")
  }
}
