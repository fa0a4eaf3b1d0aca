import CourseModel
import GraderFormats
import Grading

/// Grades every known wrong and right variant, and compares the result with its header.
struct VariantCheck {
  var context: GradingContext

  /// A table with one line per variant: the expected and the actual result.
  private(set) var matrix = Table([.left, .left, .left, .left])

  init(context: GradingContext) {
    self.context = context
  }

  mutating func run(_ log: inout CheckLog) {
    var variants: [Variant] = []
    for (chapter, exercise) in context.wantedExercises {
      variants += Variant.all(of: exercise, in: chapter, root: context.course.root).variants
    }

    let grader = context.grader(ofOwnWork: true)
    let answers = variants.map {
      Answer(chapter: $0.chapter, exercise: $0.exercise, text: $0.text)
    }
    let results = grader.grade(answers) { Self.compare(variants[$0], $1).0 }
    var surprises: [String] = []
    matrix.add(["exercise", "variant", "expected", "actual"])
    for (variant, result) in zip(variants, results) {
      let (isAsExpected, came) = Self.compare(variant, result)
      matrix.add([variant.exercise.id, variant.name, variant.expectation.words, came])
      if !isAsExpected {
        surprises.append("\(variant.path): expected \(variant.expectation.words), got \(came)")
      }
    }
    log.note("\(variants.count) variants are judged as their headers say", surprises)
  }

  /// Whether a variant was judged as its header says, and how it was judged.
  static func compare(_ variant: Variant, _ result: ExerciseResult?) -> (Bool, String) {
    guard let result else { return (false, "could not be read") }
    let failing = result.tests.filter { $0.verdict != .passed }
    let came = Self.words(for: failing, doesNotCompile: result.doesNotCompile)
    switch variant.expectation {
    case .accepted:
      return (failing.isEmpty, came)
    case .rejected(let rejections):
      // A chapter that does not compile rejects all of its tests.
      let isAsExpected = rejections.allSatisfy { expected in
        failing.contains { $0.name == expected.test && $0.verdict == expected.verdict }
      }
      return (isAsExpected, came)
    }
  }

  private static func words(for failing: [TestResult], doesNotCompile: Bool) -> String {
    if failing.isEmpty { return "accepted" }
    // All tests have the same message then.
    if doesNotCompile {
      return "every test as rejected: \(failing[0].message ?? "no reason given")"
    }
    return failing.map { "\($0.name) as \($0.verdict.rawValue)" }.joined(separator: "; ")
  }
}

extension Variant.Expectation {
  var words: String {
    switch self {
    case .accepted: "accepted"
    case .rejected(let rejections):
      rejections.map { "\($0.test) as \($0.verdict.rawValue)" }.joined(separator: "; ")
    }
  }
}
