import GraderFormats

/// Everything about one submission: every test that cost points, and why.
struct SubmissionSection {
  /// How many of the ignored files are listed.
  static let ignoredLimit = 20

  var report: ClassReport
  var entry: ClassReport.Entry

  private var result: SubmissionResult { entry.result }

  var html: HTML {
    """
    <details class="submission">
    <summary><bdi>\(result.name.shortened(to: 80))</bdi> \(headline)</summary>
    <div id="\(entry.anchor)">
    <p class="meta">\(meta)</p>
    \(reason)\(misnamed)\(ignored)\(flags)\(result.chapters.map(chapter))</div>
    </details>

    """
  }

  private var headline: HTML {
    guard result.status == .graded else {
      return "<span class=\"score\">\(result.status.words)</span>"
    }
    let percent = Int(result.percent)
    return """
      <span class="score">\(result.score) of \(result.maxScore)</span>\
      <span class="track"><span style="width:\(percent)%"></span></span>
      """
  }

  private var meta: HTML {
    """
    <code>\(result.source)</code> · digest \(result.digest) · \
    <a href="feedback/\(entry.fileName).md">feedback/\(entry.fileName).md</a>
    """
  }

  private var reason: HTML {
    result.reason.map { "<p class=\"reason\">\(result.status.words): \($0)</p>\n" } ?? ""
  }

  private var misnamed: [HTML] {
    result.misnamed(in: report.course).map { "<p class=\"reason\">\($0.words)</p>\n" }
  }

  private var ignored: HTML {
    guard !result.ignored.isEmpty else { return "" }
    let shown = result.ignored.prefix(Self.ignoredLimit).map { path -> HTML in
      "<code>\(path.shortened(to: 120))</code>"
    }
    let rest = result.ignored.count - shown.count
    let more = rest > 0 ? " and \(rest) more" : ""
    return "<p class=\"ignored\">Ignored: \(shown.joined(by: ", "))\(more)</p>\n"
  }

  private var flags: HTML {
    guard !result.flags.isEmpty else { return "" }
    let items = result.flags.map { flag -> HTML in
      "<li>\(flag.kind) at <span class=\"place\">\(flag.place)</span></li>"
    }
    return "<p>To review:</p><ul class=\"plain\">\(items)</ul>\n"
  }

  private func chapter(_ chapter: ChapterResult) -> HTML {
    let open = chapter.exercises.filter { !$0.isStarted }.map(\.id)
    let done = chapter.exercises.filter { $0.isStarted && $0.isDone }.map(\.id)
    let notes: [HTML] = [
      done.isEmpty ? "" : "<span>done: \(done.joined(separator: ", "))</span>",
      open.isEmpty ? "" : "<span>not started: \(open.joined(separator: ", "))</span>",
    ]
    let folder = report.course.folder(of: chapter)
    let diagnostics = chapter.diagnostics.map { $0.below(folder).text }
    let lost = chapter.exercises.filter(\.doesNotCompile).map(\.id).joined(separator: ", ")
    let words =
      chapter.build == .ok
      ? "\(lost); the rest of the chapter ran without it:"
      : "the whole chapter, so none of it could run:"
    let compiler: HTML =
      diagnostics.isEmpty
      ? ""
      : """
      <p>\(Verdict.doesNotCompile.badge) \(words)</p>
      <pre>\(diagnostics.joined(separator: "\n").excerpt())</pre>

      """
    return """
      <h3>\(chapter.number) · \(chapter.title) <span class="score">\(chapter.score) of \
      \(chapter.maxScore)</span></h3>
      <p class="notes">\(notes)</p>
      \(compiler)\(chapter.exercises.filter { $0.isStarted && !$0.isDone }.map(exercise))
      """
  }

  private func exercise(_ exercise: ExerciseResult) -> HTML {
    let failing = exercise.tests.filter { $0.verdict != .passed && $0.verdict != .doesNotCompile }
    guard !failing.isEmpty else { return "" }
    return """
      <h4>\(exercise.id) \(exercise.title) <span class="score">\(exercise.score) of \
      \(exercise.maxScore)</span></h4>
      \(failing.map { test($0, in: exercise) })
      """
  }

  private func test(_ test: TestResult, in exercise: ExerciseResult) -> HTML {
    let explanation = Explanation(test, of: exercise, in: result.source)
    let message: HTML =
      explanation.message.isEmpty ? "" : "<pre>\(explanation.message.excerpt())</pre>"
    let leaks = explanation.leaks.map { leak -> HTML in
      """
      <li>\(leak.task), started at <span class="place">\(leak.startedAt)</span>, \
      \(leak.state)</li>
      """
    }
    let rest: HTML = explanation.restOfLeaks.map { "<li>\($0)</li>" } ?? ""
    let list: HTML = leaks.isEmpty ? "" : "<ul class=\"leaks\">\(leaks)\(rest)</ul>"
    return """
      <div class="test">
      <p>\(test.verdict.badge) <b>\(test.name)</b> <span class="points">−\(test.points)\
      \(explanation.frequency)</span></p>
      \(message)\(list)
      <p class="replay">replay <code>\(explanation.replay)</code></p>
      </div>

      """
  }
}
