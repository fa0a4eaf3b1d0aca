package import CourseModel
package import GraderFormats

/// What an instructor sees: one line per submission.
package enum ClassTable {
  package static func text(_ results: Results, of course: Course) -> String {
    let chapters = results.submissions.first { !$0.chapters.isEmpty }?.chapters ?? []
    var table = Table(
      [.left] + chapters.map { _ in .right } + [.right, .right, .right, .left])
    table.add(
      ["submission"] + chapters.map { "\($0.number) \($0.title.shortened(to: 12))" }
        + ["total", "%", "leaks", "what went wrong first"])
    for submission in results.submissions {
      table.add(row(submission, chapters, course))
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ submission: SubmissionResult, _ chapters: [ChapterResult], _ course: Course
  ) -> [String] {
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
      "\(submission.leaks)", submission.firstTrouble(in: course).shortened(to: 110),
    ]
  }
}
