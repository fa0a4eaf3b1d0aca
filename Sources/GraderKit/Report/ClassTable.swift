/// What an instructor sees: one line per submission.
enum ClassTable {
  static func text(_ results: Results) -> String {
    let chapters = results.submissions.first { !$0.chapters.isEmpty }?.chapters ?? []
    var table = Table(
      [.left] + chapters.map { _ in .right } + [.right, .right, .right, .left])
    table.add(
      ["submission"] + chapters.map { "\($0.number) \($0.title.shortened(to: 12))" }
        + ["total", "%", "leaks", "what went wrong first"])
    for submission in results.submissions {
      table.add(row(submission, chapters))
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ submission: SubmissionResult, _ chapters: [ChapterResult]) -> [String] {
    guard submission.status == .graded else {
      let reason = "\(submission.status.rawValue): \(submission.reason ?? "")"
      return [submission.name] + chapters.map { _ in "–" } + ["–", "–", "–", reason]
    }
    let scores = chapters.map { chapter -> String in
      guard let own = submission.chapters.first(where: { $0.number == chapter.number }) else {
        return "–"
      }
      if own.build == .rejected { return "✗ 0/\(own.maxScore)" }
      return "\(own.score)/\(own.maxScore)"
    }
    return [submission.name.shortened(to: 24)] + scores + [
      "\(submission.score)/\(submission.maxScore)", "\(Int(submission.percent))",
      "\(submission.leaks)", firstTrouble(submission),
    ]
  }

  /// The first thing that cost points, in one line.
  private static func firstTrouble(_ submission: SubmissionResult) -> String {
    for chapter in submission.chapters {
      if let diagnostic = chapter.diagnostics.first {
        let place = diagnostic.line > 0 ? "\(diagnostic.file):\(diagnostic.line): " : ""
        return "chapter \(chapter.number) rejected: \(place)\(diagnostic.message)"
          .shortened(to: 90)
      }
      for exercise in chapter.exercises {
        let failing = exercise.tests.first {
          $0.verdict != .passed && $0.verdict != .notStarted
        }
        if let failing {
          return "\(exercise.id) \(failing.name): \(headline(failing))".shortened(to: 110)
        }
      }
    }
    let all = submission.chapters.flatMap(\.exercises)
    let open = all.filter { !$0.isStarted }.count
    if open == all.count { return "nothing started" }
    return open == 0 ? "" : "\(open) of \(all.count) exercises not started"
  }

  /// The verdict and the first line of its message, which for a bubble says the verdict itself.
  private static func headline(_ test: TestResult) -> String {
    let message = test.message?.split(separator: "\n").first ?? ""
    let saysItself = ["deadlock at ", "leak at ", "stuck at "].contains { message.hasPrefix($0) }
    return saysItself ? String(message) : "\(test.verdict.words): \(message)"
  }
}

extension Verdict {
  /// The verdict as people say it.
  var words: String {
    switch self {
    case .notStarted: "not started"
    case .notRun: "not run"
    default: rawValue
    }
  }
}
