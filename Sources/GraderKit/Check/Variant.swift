import CourseModel

/// A known wrong or right way to fill one exercise, kept as test data.
struct Variant {
  enum Expectation: Equatable {
    case accepted
    case rejected(test: String, verdict: Verdict)
  }

  var chapter: Chapter
  var exercise: Exercise
  var path: String
  var text: String
  var expectation: Expectation

  var name: String { path.split(separator: "/").last?.dropLast(6).description ?? path }

  /// All variants of an exercise, or what is wrong with their headers.
  static func all(
    of exercise: Exercise, in chapter: Chapter, root: String
  ) -> (variants: [Variant], problems: [String]) {
    let folder = "Tests/\(chapter.folder)/Variants/\(exercise.file.dropLast(".swift".count))"
    var variants: [Variant] = []
    var problems: [String] = []
    for file in Files.entries(of: "\(root)/\(folder)") where file.hasSuffix(".swift") {
      let path = "\(folder)/\(file)"
      let text = Files.text("\(root)/\(path)") ?? ""
      if let expectation = expectation(text, isWrong: file.hasPrefix("wrong-")) {
        variants.append(
          Variant(
            chapter: chapter, exercise: exercise, path: path, text: text,
            expectation: expectation))
      } else {
        problems.append(
          file.hasPrefix("wrong-")
            ? "\(path): begin with `// wrong: …` and `// rejected by: <test> as <verdict>`"
            : "\(path): begin with `// right: <style>`")
      }
    }
    return (variants, problems)
  }

  private static func expectation(_ text: String, isWrong: Bool) -> Expectation? {
    let lines = text.split(separator: "\n", maxSplits: 2)
    if !isWrong { return lines.first?.hasPrefix("// right: ") == true ? .accepted : nil }
    guard lines.count >= 2, lines[0].hasPrefix("// wrong: "),
      let match = lines[1].wholeMatch(of: /\/\/ rejected by: (.+) as (\w+)\s*/),
      let verdict = Verdict(rawValue: String(match.2))
    else { return nil }
    return .rejected(test: String(match.1), verdict: verdict)
  }
}
