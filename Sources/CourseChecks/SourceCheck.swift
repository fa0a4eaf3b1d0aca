import CourseModel
import GraderFormats
import Grading

/// Checks that stubs and solutions compile without a warning, that sources are formatted, and that
/// manifests list the tests that exist.
struct SourceCheck {
  var context: GradingContext

  func run(_ log: inout CheckLog) {
    let course = context.course
    log.note("stubs compile without a warning", warnings("Exercises"))
    log.note("solutions compile without a warning", warnings("Solutions"))
    log.note(
      "manifests and suites list the same tests", course.chapters.flatMap(testDifferences))
    log.note("sources are formatted", formatProblems)
  }

  private func warnings(_ sources: String) -> [String] {
    let prebuilt = context.prebuilt
    return Workers(count: context.jobs).map(context.course.chapters) { chapter -> [String] in
      let folder = "\(context.course.root)/\(sources)/\(chapter.folder)"
      return prebuilt.typecheck(
        chapter.module, Files.swift(in: folder), search: prebuilt.studentSearch
      ).found
        .map {
          $0.headline.replacing("\(context.course.root)/", with: "")
        }
    }.flatMap(\.self)
  }

  /// Compares the tests in the chapter's program with those in the manifest.
  private func testDifferences(_ chapter: Chapter) -> [String] {
    let actual: Set<String>
    do { actual = try context.tests(of: chapter) } catch { return ["\(error)"] }
    let expected = Set(
      chapter.manifest.exercises.flatMap { exercise in
        exercise.tests.map { "\(chapter.module)Tests.\(exercise.suite)/\($0.name)" }
      })
    return actual.subtracting(expected).sorted().map { "\($0) is not in the manifest" }
      + expected.subtracting(actual).sorted().map { "\($0) is only in the manifest" }
  }

  private var formatProblems: [String] {
    let folders = ["Exercises", "Solutions", "Tests"].map { "\(context.course.root)/\($0)" }
    let files = folders.flatMap { folder in
      Files.tree(of: folder).filter { file in
        // Invented student work need not be formatted.
        file.hasSuffix(".swift") && !file.contains("Fixtures/") && !file.hasPrefix("Submissions/")
      }.map { "\(folder)/\($0)" }
    }
    let outcome = Child.run([context.toolchain.swift, "format", "lint", "--strict"] + files)
    guard !outcome.succeeded else { return [] }
    let lines = (outcome.errorText + outcome.outputText).split(separator: "\n").map {
      String($0).replacing(context.course.root + "/", with: "")
    }
    return lines.filter { $0.contains(": error: ") || $0.contains(": warning: ") }
  }
}
