package import CourseModel
package import GraderFormats

/// The report that a student sees: what is done, what is not and why, and what to do next.
package struct StudentReport {
  var course: Course
  var result: SubmissionResult

  /// The width of a chapter's heading; less on a narrow terminal.
  var columns: Int

  package init(course: Course, result: SubmissionResult, columns: Int = 72) {
    self.course = course
    self.result = result
    self.columns = columns
  }

  package var text: String {
    var lines: [String] = []
    for chapter in result.chapters {
      lines += section(of: chapter) + [""]
    }
    let misnamed = result.misnamed(in: course)
    let left = misnamed.map(\.words) + helpers(but: misnamed.map(\.found))
    lines += left.map { "✗ \($0)".printable } + (left.isEmpty ? [] : [""])
    lines += next
    return lines.joined(separator: "\n") + "\n"
  }

  /// Files that are ignored when the exercises are handed in, and are not compiled here, either.
  private func helpers(but others: [String]) -> [String] {
    let graded = result.chapters.map(\.number)
    return course.chapters.filter { graded.contains($0.manifest.number) }
      .flatMap(result.helperFiles).filter { !others.contains($0) }
      .map {
        "Exercises/\($0) is ignored, here and when you hand in: only the exercises' files count. "
          + "Move what they need into them."
      }
  }

  /// The place of the compiler's first error, if it names a file.
  private var firstMistake: String? {
    result.chapters.lazy.flatMap { chapter in chapter.diagnostics.map { below($0, chapter).place } }
      .first { !$0.isEmpty }
  }

  /// The diagnostic with the path that the student can open.
  private func below(_ diagnostic: Diagnostic, _ chapter: ChapterResult) -> Diagnostic {
    diagnostic.below("Exercises/\(course.folder(of: chapter))")
  }

  private func section(of chapter: ChapterResult) -> [String] {
    let heading = "\(chapter.number) · \(chapter.title)"
    let score = "\(chapter.score) of \(chapter.maxScore) points"
    let gap = String(repeating: " ", count: max(2, columns - heading.count - score.count))
    var lines = [heading + gap + score]
    if chapter.build == .doesNotCompile { lines += compilerWords(chapter) }
    // Align the titles of 12.9 and 12.10, and their marks.
    let titles = chapter.exercises.map { "\($0.id)  \($0.title)" }
    let width = titles.map(\.count).max() ?? 0
    for (exercise, title) in zip(chapter.exercises, titles) {
      let name = title + String(repeating: " ", count: width - title.count + 2)
      lines += section(of: exercise, name: name, in: chapter)
      lines += warnings(for: exercise, in: chapter)
    }
    return lines
  }

  private func compilerWords(_ chapter: ChapterResult) -> [String] {
    ["  ✗ does not compile, so nothing of this chapter can run yet:"]
      + chapter.diagnostics.prefix(Self.errorLimit).flatMap { words($0, in: chapter) }
  }

  /// How many errors are shown: more would mostly follow from these.
  private static let errorLimit = 5

  /// The compiler's message, with the source and its caret.
  private func words(_ diagnostic: Diagnostic, in chapter: ChapterResult) -> [String] {
    let diagnostic = below(diagnostic, chapter)
    return ([diagnostic.headline] + (diagnostic.context ?? [])).map { "      \($0.printable)" }
  }

  /// Why an exercise was left out while the others of its chapter ran.
  private func rejection(of exercise: ExerciseResult, in chapter: ChapterResult) -> [String] {
    let file = course.exercise(exercise.id)?.exercise.file
    let own = chapter.diagnostics.filter { $0.file == file }
    let shown = own.isEmpty ? chapter.diagnostics : own
    return ["  ✗ cannot be built with its tests; the rest of the chapter is checked without it"]
      + shown.prefix(Self.errorLimit).flatMap { words($0, in: chapter) }
  }

  /// The compiler's warnings, because one may be exactly the mistake that a test has found.
  private func warnings(for exercise: ExerciseResult, in chapter: ChapterResult) -> [String] {
    guard let file = course.exercise(exercise.id)?.exercise.file else { return [] }
    return (chapter.warnings ?? []).filter { $0.file == file }.prefix(3).map {
      "      the compiler warns at \(below($0, chapter).headline.printable)"
    }
  }

  private func section(of exercise: ExerciseResult, name: String, in chapter: ChapterResult)
    -> [String]
  {
    guard exercise.isStarted else { return [name + "·  not started"] }
    guard chapter.build == .ok else { return [name + "–  not run"] }
    if exercise.doesNotCompile {
      return [name + "–  not run"] + rejection(of: exercise, in: chapter)
    }
    let marks = exercise.tests.map { $0.verdict == .passed ? "✓" : "✗" }.joined(separator: " ")
    var lines = [name + marks]
    for test in exercise.tests where test.verdict != .passed {
      lines += explanation(of: test, in: exercise)
    }
    return lines
  }

  private func explanation(of test: TestResult, in exercise: ExerciseResult) -> [String] {
    var lines = ["  ✗ \(test.name)"]
    let explanation = Explanation(test, of: exercise)
    let message = explanation.messageLines
    lines.append("      \(explanation.headline): \(message.first?.printable ?? "")")
    lines += Self.shortened(Array(message.dropFirst())).map { "      \($0.printable)" }
    lines += explanation.leakLines.map { "      \($0.printable)" }
    if test.schedule != nil { lines.append("      replay: \(explanation.replay)") }
    return lines
  }

  private static let longest = 12

  /// The beginnings of a long explanation (with the question at its end) and of what was printed,
  /// and all steps of a replay, because the student asked for them.
  private static func shortened(_ lines: [String]) -> [String] {
    let steps = lines.firstIndex(of: "steps:") ?? lines.endIndex
    let printed = lines[..<steps].firstIndex(of: "printed:") ?? steps
    return explanation(Array(lines[..<printed])) + cut(Array(lines[printed..<steps]))
      + lines[steps...]
  }

  /// Keeps the question at the end of an explanation that is cut.
  private static func explanation(_ lines: [String]) -> [String] {
    guard let advice = lines.firstIndex(where: { $0.hasPrefix("look at: ") }), advice >= longest
    else { return Array(lines.prefix(longest)) }
    return lines.prefix(longest - 2) + ["… \(advice - longest + 2) more", lines[advice]]
  }

  private static func cut(_ lines: [String]) -> [String] {
    guard lines.count > longest else { return lines }
    return lines.prefix(longest - 1) + ["… \(lines.count - longest + 1) more"]
  }

  /// What to do next: what does not compile, then what is started, then what is not.
  private var next: [String] {
    if let mistake = firstMistake { return ["next: \(mistake)   make this compile"] }
    let exercises = result.chapters.flatMap(\.exercises).filter { !$0.isDone }
    let open = exercises.first(where: \.isStarted) ?? exercises.first
    guard let open, let file = course.path(of: open.id) else {
      return ["All \(result.maxScore) points: everything here is done."]
    }
    let hint = course.exercise(open.id)?.exercise.hints.first
    return ["next: \(file)   hint: ./grade.sh hint \(open.id)"]
      + (hint.map { ["      \($0)"] } ?? [])
  }
}
