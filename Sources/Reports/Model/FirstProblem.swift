import CourseModel
import GraderFormats

extension SubmissionResult {
  /// The first thing that cost points, in one line; empty when nothing did.
  ///
  /// Work that was ignored because of its name goes first: the instructor can fix it.
  func firstProblem(in course: Course) -> String {
    misnamed(in: course).first?.words.shortened(to: 160) ?? firstProblem
  }

  private var firstProblem: String {
    for chapter in chapters {
      if chapter.build == .doesNotCompile, let first = chapter.diagnostics.first {
        return "chapter \(chapter.number) does not compile: \(first.headline)".shortened(to: 160)
      }
      for exercise in chapter.exercises {
        if exercise.doesNotCompile, let message = exercise.tests.first?.message {
          let first = message.split(whereSeparator: \.isNewline).first ?? ""
          return "\(exercise.id) does not compile: \(first)".shortened(to: 160)
        }
        let failing = exercise.tests.first {
          $0.verdict != .passed && $0.verdict != .notStarted
        }
        if let failing {
          let line = Explanation(failing, of: exercise).line
          return "\(exercise.id) \(failing.name): \(line)".shortened(to: 160)
        }
      }
    }
    let all = chapters.flatMap(\.exercises)
    let open = all.filter { !$0.isStarted }.count
    if open == all.count { return "nothing started" }
    return open == 0 ? "" : "\(open) of \(all.count) exercises not started"
  }
}
