import CourseModel
import Grading
import Testing

@testable import CourseChecks

/// Breaks the promises of the course in `Fixtures/TinyCourse`, one at a time.
@Suite("promises, tests and variants") struct PromiseCheckTests {
  private static let root = Fixtures.tinyCourse

  /// As the syntax tool reads it, which takes long to build.
  private static let declarations = PublicDeclarations([
    "Exercises/01-Cargo/Weigh.swift": [
      PublicDeclaration(
        comment: ["/// What all crates weigh together.", "///", "///     weigh([2, 3])   // 5"],
        signature: "public func weigh(_ crates: [Int]) -> Int")
    ]
  ])

  /// What the check says after a change to exercise 1.1, without the place, which is always the same.
  private func problems(_ change: (inout Exercise) -> Void) throws -> [String] {
    var course = try Course(root: Self.root)
    var exercise = course.chapters[0].manifest.exercises[0]
    change(&exercise)
    course.chapters = [course.chapters[0]]
    course.chapters[0].manifest.exercises = [exercise]
    var log = CheckLog()
    PromiseCheck(course: course, declarations: Self.declarations).run(&log)
    let place = "Exercises/01-Cargo/chapter.json: 1.1"
    return log.problems.map { String($0.trimmingPrefix(place)) }
  }

  private func promise(
    says: String = "Add up.", test: String = "adds the crates up",
    variant: String = "wrong-last-only"
  ) -> TestedPromise {
    TestedPromise(says: says, test: test, variant: variant)
  }

  @Test func `doc comments and the section of the README may be quoted`() throws {
    #expect(try problems { _ in } == [])
    #expect(try problems { $0.promises?.append(promise()) } == [])
  }

  @Test(arguments: ["Adds up.", "Keep guests.", "Add the crates up.", ""])
  func `what neither of them says is named`(says: String) throws {
    let expected = """
      , "\(says)": neither a doc comment of Weigh.swift nor its section of README.md says so: quote \
      word for word
      """
    #expect(try problems { $0.promises?.append(promise(says: says)) } == [expected])
  }

  @Test func `a test that the exercise does not have is named`() throws {
    let lines = try problems { $0.promises?.append(promise(test: "counts guests")) }

    #expect(
      lines.first
        == ", \"Add up.\": the exercise has no test \"counts guests\": name one of its \"tests\"")
  }

  @Test func `a variant that does not exist is named`() throws {
    let expected = """
      , "Add up.": there is no Tests/01-Cargo/Variants/Weigh/wrong-none.swift: write it or name \
      another variant
      """
    #expect(try problems { $0.promises?.append(promise(variant: "wrong-none")) } == [expected])
  }

  @Test func `a right variant breaks no promise`() throws {
    let expected =
      ", \"Add up.\": right-loop is not wrong: name the variant that breaks this promise"
    #expect(try problems { $0.promises?.append(promise(variant: "right-loop")) } == [expected])
  }

  @Test func `a variant that another test rejects is named`() throws {
    let expected = """
      , "Add up.": the header of Tests/01-Cargo/Variants/Weigh/wrong-empty.swift does not say that \
      "adds the crates up" rejects it: name another variant, or add the test to the header
      """
    #expect(try problems { $0.promises?.append(promise(variant: "wrong-empty")) } == [expected])
  }

  @Test(arguments: [nil, []] as [[TestedPromise]?])
  func `an exercise without promises is named`(promises: [TestedPromise]?) throws {
    let expected =
      ": has no promises: add \"promises\": [{ \"says\": …, \"test\": …, \"variant\": … }]"
    #expect(try problems { $0.promises = promises } == [expected])
  }

  @Test func `a sentence that is left out is named`() throws {
    let expected = """
      : Weigh.swift says "weigh([2, 3]) // 5": add it to "promises", or to "background" if it \
      promises nothing
      """
    #expect(try problems { $0.promises?.removeLast() } == [expected])
  }

  @Test func `background may say it instead, the whole of it`() throws {
    func problems(background: String) throws -> [String] {
      try self.problems {
        $0.promises?.removeLast()
        $0.background = [background]
      }
    }

    #expect(try problems(background: "weigh([2, 3]) // 5") == [])
    #expect(try problems(background: "weigh([2, 3])").count == 1)
  }

  @Test(arguments: ["What all crates cost.", "Add up.", ""])
  func `background that no doc comment says is named`(entry: String) throws {
    let expected = """
      : "background" has "\(entry)", which no doc comment of Weigh.swift says: quote word for word, \
      or remove it
      """
    #expect(try problems { $0.background = [entry] } == [expected])
  }
}
