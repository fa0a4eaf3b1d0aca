import CourseModel

/// What one student reads: what is done, what to look at, how to see it again, what to do next.
struct Feedback {
  var course: Course
  var result: SubmissionResult

  /// The text as Markdown.
  var text: String {
    guard result.status == .graded else {
      return """
        # \(Markdown.text(result.name))

        This could not be graded: \(Markdown.text(result.reason ?? "no reason is known")).

        """
    }
    let parts = [heading] + [done, rejected, open, begin, next].filter { !$0.isEmpty }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var exercises: [ExerciseResult] { result.chapters.flatMap(\.exercises) }

  private var heading: String {
    let rows = result.chapters.map {
      "| \($0.number) · \(Markdown.text($0.title)) | \($0.score) of \($0.maxScore) |"
    }
    return """
      # \(Markdown.text(result.name)): \(result.score) of \(result.maxScore) points

      | chapter | points |
      | --- | ---: |
      \(rows.joined(separator: "\n"))
      """
  }

  private var done: String {
    let done = exercises.filter { $0.isStarted && $0.isDone }
    guard !done.isEmpty else { return "" }
    let items = done.map { "- \($0.id) \(Markdown.text($0.title))" }
    return "## Done\n\n" + items.joined(separator: "\n")
  }

  private var rejected: String {
    let chapters = result.chapters.filter { !$0.diagnostics.isEmpty }
    guard !chapters.isEmpty else { return "" }
    let parts = chapters.map { chapter -> String in
      let folder = course.chapters.first { $0.manifest.number == chapter.number }?.folder ?? ""
      let words = chapter.diagnostics.prefix(10).map { diagnostic -> String in
        let line = diagnostic.line > 0 ? ":\(diagnostic.line)" : ""
        return diagnostic.file.isEmpty
          ? diagnostic.message
          : "Exercises/\(folder)/\(diagnostic.file)\(line): \(diagnostic.message)"
      }
      return """
        ### \(chapter.number) · \(Markdown.text(chapter.title))

        The chapter does not compile, so none of its tests could run. The compiler says:

        \(Markdown.block(words.joined(separator: "\n")))

        The first line is the one to look at; the others often follow from it.
        """
    }
    return "## To compile\n\n" + parts.joined(separator: "\n\n")
  }

  private var open: String {
    let open = exercises.filter { exercise in
      exercise.tests.contains { $0.verdict.isFinding }
    }
    guard !open.isEmpty else { return "" }
    return "## To look at\n\n" + open.map(section).joined(separator: "\n\n")
  }

  private func section(_ exercise: ExerciseResult) -> String {
    let file = path(exercise.id).map { "\n\nin `\($0)`" } ?? ""
    let tests = exercise.tests.filter(\.verdict.isFinding).map { explanation(of: $0, in: exercise) }
    return """
      ### \(exercise.id) \(Markdown.text(exercise.title)): \(exercise.score) of \
      \(exercise.maxScore) points\(file)

      \(tests.joined(separator: "\n\n"))
      """
  }

  private func explanation(of test: TestResult, in exercise: ExerciseResult) -> String {
    var parts = ["**\(Markdown.text(test.name))**: \(test.verdict.words)\(test.frequency)"]
    if let message = test.message, !message.isEmpty { parts.append(Markdown.block(message)) }
    let leaks =
      test.untoldLeaks.map {
        "- " + Markdown.text($0.words)
      }
      + (test.restOfLeaks.map { ["- \($0)"] } ?? [])
    if !leaks.isEmpty { parts.append(leaks.joined(separator: "\n")) }
    let command = Replay.command(exercise: exercise.id, schedule: test.schedule)
    parts.append("See it again: \(Markdown.code(command))")
    return parts.joined(separator: "\n\n")
  }

  private var begin: String {
    let open = exercises.filter { !$0.isStarted }
    guard !open.isEmpty else { return "" }
    let items = open.map { "- \($0.id) \(Markdown.text($0.title))" }
    return "## Not started\n\n" + items.joined(separator: "\n")
  }

  private var next: String {
    guard let open = exercises.first(where: { !$0.isDone }) else {
      return "## Next\n\nEverything here is done."
    }
    guard let path = path(open.id), let hint = course.exercise(open.id)?.exercise.hints.first
    else { return "" }
    return """
      ## Next

      \(open.id) \(Markdown.text(open.title)), in `\(path)`

      > \(hint)

      Another hint: `./grade.sh hint \(open.id) 2`
      """
  }

  private func path(_ id: String) -> String? {
    course.exercise(id).map { "Exercises/\($0.chapter.folder)/\($0.exercise.file)" }
  }
}

extension Verdict {
  /// Whether the verdict says something about code that ran, or should have.
  fileprivate var isFinding: Bool {
    switch self {
    case .passed, .notStarted, .rejected: false
    default: true
    }
  }
}
