/// One exercise of a chapter: a file with a hole, a suite that judges it, and hints.
public struct Exercise: Codable, Hashable, Sendable {
  /// The numbers of the chapter and of the exercise in it, as in `3.1`.
  public var id: String

  /// What the exercise is called in the README, the suite and every report.
  public var title: String

  /// The file with the hole, inside the chapter's folder.
  public var file: String

  /// The name of the Swift type that holds the tests.
  public var suite: String

  /// About how many minutes a student needs.
  public var minutes: Int

  /// Whether every class does this exercise.
  public var core: Bool

  /// The fingerprint of the untouched file.
  public var stub: String

  /// What the student can do afterwards.
  public var goal: String

  /// What the exercise leaves for later on purpose.
  public var outOfScope: String

  /// One hint for each of `hintTitles`.
  public var hints: [String]

  /// The tests that must pass, each with its points.
  public var tests: [ExpectedTest]

  /// What the stub and the README promise, each with the test that checks it and a variant that
  /// breaks it.
  public var promises: [TestedPromise]?

  /// The sentences of the stub's doc comments that promise nothing.
  public var background: [String]?

  /// The mutants of the sample solution that no test can reject, with the reasons.
  public var equivalent: [EquivalentMutant]?

  /// Describes an exercise.
  public init(
    id: String, title: String, file: String, suite: String, minutes: Int, core: Bool, stub: String,
    goal: String, outOfScope: String, hints: [String], tests: [ExpectedTest],
    promises: [TestedPromise]? = nil, background: [String]? = nil,
    equivalent: [EquivalentMutant]? = nil
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.suite = suite
    self.minutes = minutes
    self.core = core
    self.stub = stub
    self.goal = goal
    self.outOfScope = outOfScope
    self.hints = hints
    self.tests = tests
    self.promises = promises
    self.background = background
    self.equivalent = equivalent
  }

  /// What the hints are called, from the first to the last.
  public static let hintTitles = ["a nudge", "a pointer", "a shape"]

  /// The points of all tests together.
  public var points: Int { tests.reduce(0) { $0 + $1.points } }

  /// The mark of the hole in the stub, as in `TODO(3.1)`.
  public var marker: String { "TODO(\(id))" }
}
