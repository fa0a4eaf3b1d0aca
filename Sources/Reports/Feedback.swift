import CourseModel
import GraderFormats

/// The feedback for one student: what is done, what to look at, how to see it again, and what to do
/// next.
struct Feedback {
  var course: Course
  var result: SubmissionResult

  /// The text as Markdown.
  var text: String {
    guard result.status == .graded else {
      return """
        # \(Markdown.text(result.name))

        This could not be graded: \(Markdown.text(result.reason ?? "no reason is known")).

        \(result.status == .invalid ? Self.remedy : Self.comfort)

        """
    }
    let parts = [heading] + [done, misnamed, rejected, open, begin, next].filter { !$0.isEmpty }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What to do when the submission is invalid.
  private static let remedy = """
    Hand in the folder `Exercises` as the course has it, with your answers in it, or a `.zip`, \
    `.tar` or `.tar.gz` of that folder.
    """

  /// What to say when it is not the student's fault.
  private static let comfort = "This says nothing about your work, which will be graded again."

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
      let folder = "Exercises/\(course.folder(of: chapter))"
      let words = chapter.diagnostics.prefix(10).map { $0.below(folder).text }
      return """
        ### \(chapter.number) · \(Markdown.text(chapter.title))

        \(Self.loss(in: chapter))

        \(Markdown.block(words.joined(separator: "\n")))

        \(helpers(beside: chapter))\(chapter.build == .ok ? "" : Self.firstLine)
        """
    }
    return "## To compile\n\n" + parts.joined(separator: "\n\n")
  }

  private static let firstLine =
    "Look at the first line; the others often follow from it."

  private static func loss(in chapter: ChapterResult) -> String {
    guard chapter.build == .ok else {
      return "The chapter does not compile, so none of its tests could run. The compiler says:"
    }
    let lost = chapter.exercises.filter(\.doesNotCompile).map(\.id)
    return "\(lost.joined(separator: ", ")) cannot be built with the course's tests and earned "
      + "nothing. The rest of the chapter was graded without it. The reason:"
  }

  /// The student's own files, which the compiler never saw.
  private func helpers(beside chapter: ChapterResult) -> String {
    let own = course.chapter(of: chapter).map(result.helperFiles) ?? []
    guard !own.isEmpty else { return "" }
    let names = own.prefix(5).map(Markdown.code).joined(separator: ", ")
    return "Only the course's own files are graded. Ignored: \(names). "
      + "What the exercises need has to be in their files.\n\n"
  }

  private var misnamed: String {
    let all = result.misnamed(in: course)
    let named = all.filter { !$0.isPlaceholder }.map {
      "- \(Markdown.code($0.found)): its name should be \(Markdown.code($0.expected))"
    }
    let absent = all.filter(\.isPlaceholder).map {
      "- \(Markdown.code($0.expected)); there is only \(Markdown.code($0.found))"
    }
    let parts = [
      named.isEmpty
        ? ""
        : """
        ## Ignored because of its name

        Only files with the course's names are graded. Rename this, and tell your instructor:

        \(named.joined(separator: "\n"))
        """,
      absent.isEmpty
        ? ""
        : """
        ## Still in iCloud

        These files were not on your Mac when you handed in your work. Download them in the Finder, and
        tell your instructor:

        \(absent.joined(separator: "\n"))
        """,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var open: String {
    let open = exercises.filter { exercise in
      exercise.tests.contains { $0.verdict.isFinding }
    }
    guard !open.isEmpty else { return "" }
    return "## To look at\n\n" + open.map(section).joined(separator: "\n\n")
  }

  private func section(_ exercise: ExerciseResult) -> String {
    let file = course.path(of: exercise.id).map { "\n\nin `\($0)`" } ?? ""
    let tests = exercise.tests.filter(\.verdict.isFinding).map { explanation(of: $0, in: exercise) }
    return """
      ### \(exercise.id) \(Markdown.text(exercise.title)): \(exercise.score) of \
      \(exercise.maxScore) points\(file)

      \(tests.joined(separator: "\n\n"))
      """
  }

  private func explanation(of test: TestResult, in exercise: ExerciseResult) -> String {
    let explanation = Explanation(test, of: exercise)
    var parts = ["**\(Markdown.text(test.name))**: \(explanation.headline)"]
    if !explanation.message.isEmpty { parts.append(Markdown.block(explanation.message)) }
    let leaks = explanation.leakLines.map { "- " + Markdown.text($0) }
    if !leaks.isEmpty { parts.append(leaks.joined(separator: "\n")) }
    parts.append("See it again: \(Markdown.code(explanation.replay))")
    return parts.joined(separator: "\n\n")
  }

  private var begin: String {
    let open = exercises.filter { !$0.isStarted }
    guard !open.isEmpty else { return "" }
    let items = open.map { "- \($0.id) \(Markdown.text($0.title))" }
    return "## Not started\n\n" + items.joined(separator: "\n")
  }

  private var next: String {
    if let name = result.misnamed(in: course).first {
      if name.isPlaceholder {
        return "## Next\n\nDownload \(Markdown.code(name.expected)) from iCloud."
      }
      return "## Next\n\nRename \(Markdown.code(name.found)) to \(Markdown.code(name.expected))."
    }
    if let chapter = result.chapters.first(where: { !$0.diagnostics.isEmpty }) {
      let lost = chapter.exercises.filter(\.doesNotCompile).map(\.id).joined(separator: ", ")
      let what = chapter.build == .ok ? lost : "chapter \(chapter.number)"
      return "## Next\n\nMake \(what) compile: see above."
    }
    let undone = exercises.filter { !$0.isDone }
    guard let open = undone.first(where: \.isStarted) ?? undone.first else {
      return "## Next\n\nEverything here is done."
    }
    guard let path = course.path(of: open.id),
      let hint = course.exercise(open.id)?.exercise.hints.first
    else { return "" }
    return """
      ## Next

      \(open.id) \(Markdown.text(open.title)), in `\(path)`

      > \(hint)

      Another hint: `./grade.sh hint \(open.id) 2`
      """
  }
}

extension Verdict {
  /// Whether the verdict is about code that ran, or should have run.
  fileprivate var isFinding: Bool {
    switch self {
    case .passed, .notStarted, .doesNotCompile: false
    default: true
    }
  }
}
