import CourseModel

/// Compares a chapter's README with its manifest, whose numbers and hints it repeats.
struct ChapterReadme {
  private let path: String
  private let text: String
  private let lines: [Substring]
  private let manifest: ChapterManifest

  init(_ text: String, path: String, of manifest: ChapterManifest) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.manifest = manifest
  }

  /// One line for each place where the README differs, with what it should say.
  var problems: [String] {
    let problems = title + summary + points + manifest.exercises.flatMap { heading($0) + hints($0) }
    return problems.map { "\(path): \($0)" }
  }

  private var title: [String] {
    let title = "# \(manifest.number) · \(manifest.title)"
    return lines.first { $0.hasPrefix("#") } ?? "" == title ? [] : ["must begin \(title)"]
  }

  /// The line with the chapters to know first, the time, and the number of exercises.
  private var summary: [String] {
    let needs = manifest.needs.isEmpty ? "nothing" : manifest.needs.replacing("-", with: "–")
    let minutes = manifest.exercises.reduce(0) { $0 + $1.minutes }
    let summary = """
      **Needs** \(needs) · **Time** \(minutes) min · **Exercises** \(manifest.exercises.count)
      """
    return lines.contains { $0 == summary }
      ? [] : ["must have the line \"\(summary)\", which sums up chapter.json"]
  }

  /// The example of what `./grade.sh` prints, if there is one.
  private var points: [String] {
    text.matches(of: /\b0 of (\d+) points/).filter { Int($0.1) != manifest.points }.map {
      "says \"0 of \($0.1) points\"; the tests in chapter.json add up to \(manifest.points)"
    }
  }

  private func heading(_ exercise: Exercise) -> [String] {
    let start = "### \(exercise.id) \(exercise.title)"
    guard let heading = lines.first(where: { $0.hasPrefix(start) }) else {
      return ["has no heading \"\(start) · \(exercise.minutes) min\""]
    }
    var problems: [String] = []
    if !heading.contains("\(exercise.minutes) min") {
      problems.append("\(exercise.id) does not say \(exercise.minutes) min")
    }
    if heading.contains("★") != exercise.core {
      problems.append(
        exercise.core
          ? "the heading of \(exercise.id) must end in \" · ★\": it is \"core\" in chapter.json"
          : "the heading of \(exercise.id) must have no ★: it is not \"core\" in chapter.json")
    }
    return problems
  }

  private func hints(_ exercise: Exercise) -> [String] {
    zip(Exercise.hintTitles, exercise.hints).compactMap { title, hint in
      let folded = """
        <details><summary>\(exercise.id), \(title)</summary>

        \(hint)

        </details>
        """
      return text.contains(folded)
        ? nil
        : "has no folded \"\(exercise.id), \(title)\" with the hint of chapter.json, word for word"
    }
  }
}
