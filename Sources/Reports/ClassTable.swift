package import CourseModel
package import GraderFormats

/// The table that an instructor sees: one line per submission.
package enum ClassTable {
  package static func text(_ results: Results, of course: Course) -> String {
    let chapters = results.submissions.first { !$0.chapters.isEmpty }?.chapters ?? []
    var table = Table(
      [.left] + chapters.map { _ in .right } + [.right, .right, .right, .left])
    table.add(
      ["submission"] + chapters.map { "\($0.number) \($0.title.shortened(to: 12))" }
        + ["total", "%", "leaks", "what went wrong first"])
    let names = shortened(results.submissions.map(\.name))
    for (submission, name) in zip(results.submissions, names) {
      table.add(row(submission, name, chapters, course))
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  /// Names for a narrow column; two that would be shortened to the same text stay whole.
  private static func shortened(_ names: [String]) -> [String] {
    let short = names.map { $0.shortened(to: 24) }
    let counts = short.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return zip(names, short).map { counts[$1, default: 0] > 1 ? $0 : $1 }
  }

  private static func row(
    _ submission: SubmissionResult, _ name: String, _ chapters: [ChapterResult], _ course: Course
  ) -> [String] {
    guard submission.status == .graded else {
      let reason = "\(submission.status.words): \(submission.reason ?? "")"
      return [name] + chapters.map { _ in "–" } + ["–", "–", "–", reason]
    }
    let scores = chapters.map { chapter -> String in
      guard let own = submission.chapters.first(where: { $0.number == chapter.number }) else {
        return "–"
      }
      if own.build == .doesNotCompile { return "✗ 0/\(own.maxScore)" }
      return "\(own.score)/\(own.maxScore)"
    }
    return [name] + scores + [
      "\(submission.score)/\(submission.maxScore)", "\(Int(submission.percent))",
      "\(submission.leaks)", submission.firstProblem(in: course).shortened(to: 110),
    ]
  }
}
