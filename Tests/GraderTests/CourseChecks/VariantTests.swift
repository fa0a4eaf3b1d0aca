import CourseModel
import Foundation
import Testing

@testable import CourseChecks
@testable import GraderFormats
@testable import Reports

@Suite("known wrong and right variants") struct VariantTests {
  private func variant(_ expectation: Variant.Expectation) -> Variant {
    Variant(
      chapter: .sample, exercise: .sample, path: "wrong-x.swift", text: "",
      expectation: expectation)
  }

  private func result(_ first: Verdict, _ second: Verdict) -> ExerciseResult {
    Scoring.exercise(.sample) { TestOutcome($0.name == "a" ? first : second) }
  }

  @Test func `a wrong one must fail the named test in the named way`() {
    let wrong = variant(.rejected([.init(test: "a", verdict: .leaked)]))

    #expect(VariantCheck.compare(wrong, result(.leaked, .passed)).0)
    #expect(
      VariantCheck.compare(wrong, result(.wrong, .leaked)) == (false, "a as wrong; b as leaked"))
    #expect(VariantCheck.compare(wrong, result(.passed, .passed)) == (false, "accepted"))
    #expect(VariantCheck.compare(wrong, nil) == (false, "could not be read"))
  }

  @Test func `a wrong one that names two tests must fail both`() {
    let wrong = variant(
      .rejected([.init(test: "a", verdict: .wrong), .init(test: "b", verdict: .wrong)]))

    #expect(VariantCheck.compare(wrong, result(.wrong, .wrong)).0)
    #expect(!VariantCheck.compare(wrong, result(.wrong, .passed)).0)
    #expect(wrong.isRejected(by: "b") && !wrong.isRejected(by: "c"))
  }

  @Test func `a right one must pass everything`() {
    #expect(VariantCheck.compare(variant(.accepted), result(.passed, .passed)).0)
    #expect(!VariantCheck.compare(variant(.accepted), result(.passed, .wrong)).0)
  }

  @Test func `one that does not compile is told with the compiler's first words`() {
    let rejected = Scoring.exercise(.sample) { _ in
      TestOutcome(.doesNotCompile, "no `lift` in scope")
    }

    #expect(
      VariantCheck.compare(variant(.accepted), rejected)
        == (false, "every test as rejected: no `lift` in scope"))
  }

  @Test func `a header names tests that the exercise has`() {
    let wrong = variant(
      .rejected([.init(test: "a", verdict: .wrong), .init(test: "z", verdict: .wrong)]))

    #expect(
      VariantFilesCheck.unknownTests(wrong) == [
        """
        wrong-x.swift: \(Exercise.sample.id) has no test "z": name one of its "tests" in chapter.json
        """
      ])
    #expect(VariantFilesCheck.unknownTests(variant(.accepted)) == [])
  }

  @Test func `a header with a verdict that does not exist is told which ones do`() throws {
    let root = NSTemporaryDirectory() + "variants-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let exercise = Exercise.sample
    let name = String(exercise.file.dropLast(".swift".count))
    let folder = "Tests/\(Chapter.sample.folder)/Variants/\(name)"
    try Files.makeFolder("\(root)/\(folder)")
    let header = "// wrong: waits\n// rejected by: a as deadlock\n"
    try Files.write(Data(header.utf8), to: "\(root)/\(folder)/wrong-waits.swift")

    let found = Variant.all(of: exercise, in: .sample, root: root)

    #expect(
      found.problems == [
        """
        \(folder)/wrong-waits.swift: begin with `// wrong: …` and \
        `// rejected by: <test> as <verdict>`; a verdict is wrong, race, leaked, deadlocked, stuck, \
        crashed, rejected, tampered
        """
      ])
    #expect(found.variants.isEmpty)
  }

  @Test func `headers say what is expected`() {
    let course = try? Course(root: Fixtures.tinyCourse)
    let found = course?.exercise("1.1").map {
      Variant.all(of: $0.exercise, in: $0.chapter, root: Fixtures.tinyCourse)
    }

    #expect(found?.problems == [])
    #expect(
      found?.variants.map(\.expectation.words) == [
        "accepted", "accepted",
        "an empty ship weighs \"nothing\" (really) as crashed",
        "adds the crates up as wrong", "adds the crates up as rejected",
      ])
  }
}
