import CourseModel

/// Everything one run of the grader found out: `results.json`, schema `grade/1`.
struct Results: Codable {
  struct CourseInfo: Codable {
    var name: String
    var version: String
    var maxScore: Int
  }
  struct Environment: Codable {
    var swift: String
    var platform: String
    var isolation: [String]
    var jobs: Int
    var schedules: Int?
  }

  var schema = "grade/1"
  var course: CourseInfo
  var environment: Environment

  /// Which part of the class it is, `2/3`, where `--shard` asked for one.
  var shard: String?
  var submissions: [SubmissionResult]
}

/// Something in the sources for the instructor to look at.
struct Flag: Codable, Hashable, Located {
  var kind: String
  var file: String
  var line: Int
  var text: String

  static let reaching = "reaches into the process"
  static let leaving = "leaves the program"

  /// Whether code like this could have changed what the tests see, so that the grade may be wrong.
  var isUrgent: Bool {
    ["unsafe", Self.reaching, Self.leaving].contains(kind) || kind.hasSuffix("(unsafe)")
  }
}

struct SubmissionResult: Codable {
  enum Status: String, Codable {
    case graded, refused, error
  }
  var name: String
  var source: String
  var digest: String
  var status: Status
  var reason: String?
  var score: Int
  var maxScore: Int
  var leaks: Int
  var seconds: Double
  var ignored: [String]
  var flags: [Flag]
  var chapters: [ChapterResult]

  var percent: Double { maxScore == 0 ? 0 : 100 * Double(score) / Double(maxScore) }
}

struct ChapterResult: Codable {
  enum Build: String, Codable {
    case ok, rejected
  }
  var number: Int
  var title: String
  var score: Int
  var maxScore: Int
  var build: Build
  var diagnostics: [Diagnostic]
  var exercises: [ExerciseResult]

  /// What the compiler warns of in files whose tests fail; `nil` where there is nothing.
  var warnings: [Diagnostic]?

  /// What is worth a look; written down with the submission.
  var flags: [Flag] = []

  private enum CodingKeys: String, CodingKey {
    case number, title, score, maxScore, build, diagnostics, exercises, warnings
  }

  /// Keeps the warnings of exercises that have something to look at.
  mutating func keep(_ warnings: [Diagnostic], files: [Exercise]) {
    let failing = exercises.filter { $0.isStarted && !$0.isDone && !$0.isRejected }.map(\.id)
    let names = files.filter { failing.contains($0.id) }.map(\.file)
    let kept = warnings.filter { names.contains($0.file) }
    self.warnings = kept.isEmpty ? nil : kept
  }

  var leaks: Int { exercises.reduce(0) { $0 + $1.leaks } }
}

struct ExerciseResult: Codable {
  var id: String
  var title: String
  var score: Int
  var maxScore: Int
  var leaks: Int
  var tests: [TestResult]

  var isStarted: Bool { tests.contains { $0.verdict != .notStarted } }
  var isDone: Bool { tests.allSatisfy { $0.verdict == .passed } }

  /// Whether its file does not compile.
  var isRejected: Bool { tests.allSatisfy { $0.verdict == .rejected } }
}

struct TestResult: Codable {
  var id: String
  var name: String
  var points: Int
  var verdict: Verdict
  var message: String?
  var schedule: String?
  var failedSchedules: Int?
  var schedules: Int
  var leaks: [Leak]
  var seconds: Double

  init(_ test: ExpectedTest, of exercise: Exercise, _ outcome: TestOutcome) {
    id = "\(exercise.id)/\(test.name)"
    name = test.name
    points = test.points
    verdict = outcome.verdict
    message = outcome.message
    schedule = outcome.schedule
    failedSchedules = outcome.failedSchedules
    schedules = outcome.schedules
    leaks = outcome.leaks
    seconds = (outcome.seconds * 1000).rounded() / 1000
  }
}
