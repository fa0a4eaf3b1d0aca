import CourseModel
import GraderFormats

/// A known wrong or right answer to one exercise, kept as test data.
struct Variant {
  enum Expectation: Equatable {
    case accepted
    case rejected([Rejection])
  }

  /// A test that must fail, and the verdict that it must have.
  struct Rejection: Equatable {
    var test: String
    var verdict: Verdict
  }

  var chapter: Chapter
  var exercise: Exercise
  var path: String
  var text: String
  var expectation: Expectation

  /// Whether its header says that this test rejects it.
  func isRejected(by test: String) -> Bool {
    guard case .rejected(let rejections) = expectation else { return false }
    return rejections.contains { $0.test == test }
  }

  var name: String { path.split(separator: "/").last?.dropLast(6).description ?? path }

  /// All variants of an exercise, and the problems of those with an invalid header.
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
            ? "\(path): begin with `// wrong: …` and `// rejected by: <test> as <verdict>`; "
              + "a verdict is \(Self.verdicts)"
            : "\(path): begin with `// right: <style>`")
      }
    }
    return (variants, problems)
  }

  /// The verdicts with which a test can reject a wrong variant.
  private static let verdicts = Verdict.allCases.filter {
    ![.passed, .notStarted, .notRun].contains($0)
  }.map(\.rawValue).joined(separator: ", ")

  private static func expectation(_ text: String, isWrong: Bool) -> Expectation? {
    let lines = text.split(separator: "\n").prefix { $0.hasPrefix("//") }
    if !isWrong { return lines.first?.hasPrefix("// right: ") == true ? .accepted : nil }
    guard lines.first?.hasPrefix("// wrong: ") == true else { return nil }
    let named = lines.filter { $0.hasPrefix("// rejected by:") }
    let rejections = named.compactMap(rejection)
    return rejections.isEmpty || rejections.count < named.count ? nil : .rejected(rejections)
  }

  private static func rejection(_ line: Substring) -> Rejection? {
    guard let match = line.wholeMatch(of: /\/\/ rejected by: (.+) as (\w+)\s*/) else { return nil }
    return Verdict(rawValue: String(match.2)).map { Rejection(test: String(match.1), verdict: $0) }
  }
}
