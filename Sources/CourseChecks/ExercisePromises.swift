import CourseModel
import GraderFormats
import Grading

/// Compares the promises of one exercise with the texts that make them.
struct ExercisePromises {
  private let chapter: Chapter
  private let exercise: Exercise
  private let comments: [DocComment]
  private let section: String
  private let variants: String
  private let variantFiles: Set<String>
  private let wrongVariants: [Variant]

  init(
    _ exercise: Exercise, of chapter: Chapter, in course: Course,
    _ declarations: PublicDeclarations
  ) {
    self.chapter = chapter
    self.exercise = exercise
    let folder = "Exercises/\(chapter.folder)"
    comments = (declarations["\(folder)/\(exercise.file)"] ?? []).map { DocComment($0.comment) }
    let readme = Files.text("\(course.root)/\(folder)/README.md") ?? ""
    section = Self.section(of: exercise.id, in: readme).onOneLine
    variants = "Tests/\(chapter.folder)/Variants/\(exercise.file.dropLast(".swift".count))"
    variantFiles = Set(Files.entries(of: "\(course.root)/\(variants)"))
    wrongVariants = Variant.all(of: exercise, in: chapter, root: course.root).variants
      .filter { $0.expectation != .accepted }
  }

  /// One line for each problem of a promise or a sentence: what, where, and what to do.
  var problems: [String] {
    guard let promises = exercise.promises, !promises.isEmpty else {
      return [
        "\(place): has no promises: add \"promises\": "
          + "[{ \"says\": …, \"test\": …, \"variant\": … }]"
      ]
    }
    return promises.flatMap(problems) + strangeBackground + uncovered(by: promises.map(\.says))
  }

  private var place: String { "Exercises/\(chapter.folder)/chapter.json: \(exercise.id)" }

  private func problems(of promise: TestedPromise) -> [String] {
    let place = "\(place), \"\(promise.says)\""
    var problems: [String] = []
    if promise.says.trimmed.isEmpty
      || !(comments.map(\.text) + [section]).contains(where: { $0.contains(promise.says) })
    {
      problems.append(
        "\(place): neither a doc comment of \(exercise.file) nor its section of README.md says so: "
          + "quote word for word")
    }
    if !exercise.tests.contains(where: { $0.name == promise.test }) {
      problems.append(
        "\(place): the exercise has no test \"\(promise.test)\": name one of its \"tests\"")
    }
    if let problem = variantProblem(of: promise) { problems.append("\(place): \(problem)") }
    return problems
  }

  private func variantProblem(of promise: TestedPromise) -> String? {
    let file = "\(variants)/\(promise.variant).swift"
    if !variantFiles.contains("\(promise.variant).swift") {
      return "there is no \(file): write it or name another variant"
    }
    if !promise.variant.hasPrefix("wrong-") {
      return "\(promise.variant) is not wrong: name the variant that breaks this promise"
    }
    let isNamed = wrongVariants.contains {
      $0.name == promise.variant && $0.isRejected(by: promise.test)
    }
    return isNamed
      ? nil
      : "the header of \(file) does not say that \"\(promise.test)\" rejects it: "
        + "name another variant, or add the test to the header"
  }

  private var strangeBackground: [String] {
    (exercise.background ?? []).filter { entry in
      entry.trimmed.isEmpty || !comments.contains { $0.text.contains(entry) }
    }.map {
      "\(place): \"background\" has \"\($0)\", which no doc comment of \(exercise.file) says: "
        + "quote word for word, or remove it"
    }
  }

  private func uncovered(by promises: [String]) -> [String] {
    comments.flatMap(\.sentences).filter { sentence in
      !promises.contains { $0.contains(sentence) || sentence.contains($0) }
        && !(exercise.background ?? []).contains { $0.contains(sentence) }
    }.map {
      "\(place): \(exercise.file) says \"\($0)\": add it to \"promises\", or to \"background\" "
        + "if it promises nothing"
    }
  }

  /// The part of a chapter's README between the exercise's heading and the next one.
  private static func section(of id: String, in readme: String) -> String {
    let lines = readme.split(separator: "\n").drop { !$0.hasPrefix("### \(id) ") }
    return lines.dropFirst().prefix { !$0.hasPrefix("#") }.joined(separator: "\n")
  }
}
