package import CourseModel

/// Everything that one run of the grader found out: `results.json`, schema `grade/1`.
package struct Results: Codable {
  package struct CourseInfo: Codable {
    package var name: String
    package var version: String
    package var maxScore: Int

    package init(name: String, version: String, maxScore: Int) {
      self.name = name
      self.version = version
      self.maxScore = maxScore
    }
  }
  package struct Environment: Codable {
    package var swift: String
    package var platform: String
    package var isolation: [String]
    package var jobs: Int
    package var schedules: Int?

    package init(
      swift: String, platform: String, isolation: [String], jobs: Int, schedules: Int? = nil
    ) {
      self.swift = swift
      self.platform = platform
      self.isolation = isolation
      self.jobs = jobs
      self.schedules = schedules
    }
  }

  package var schema = "grade/1"
  package var course: CourseInfo
  package var environment: Environment

  /// The part of the class that was graded, as in `2/3`, if `--shard` was given.
  package var shard: String?
  package var submissions: [SubmissionResult]

  package init(course: CourseInfo, environment: Environment, submissions: [SubmissionResult]) {
    self.course = course
    self.environment = environment
    self.submissions = submissions
  }
}

/// Something in the sources for the instructor to look at.
package struct Flag: Codable, Hashable, Located {
  package var kind: String
  package var file: String
  package var line: Int
  package var text: String

  package init(kind: String, file: String, line: Int, text: String) {
    self.kind = kind
    self.file = file
    self.line = line
    self.text = text
  }

  package static let reaching = "reaches into the process"
  package static let leaving = "leaves the program"

  /// For example, code that makes all numbers print alike, even those that the tests compare.
  package static let changing = "changes another's type"

  /// Whether code like this could have changed what the tests see, so that the grade may be wrong.
  package var isUrgent: Bool {
    ["unsafe", Self.reaching, Self.leaving, Self.changing].contains(kind)
      || kind.hasSuffix("(unsafe)")
  }
}

package struct SubmissionResult: Codable {
  package enum Status: String, Codable {
    case graded, error
    case invalid = "refused"

    /// The status as reports print it.
    package var words: String { self == .invalid ? "invalid submission" : rawValue }
  }
  package var name: String
  package var source: String
  package var digest: String
  package var status: Status
  package var reason: String?
  package var score: Int
  package var maxScore: Int
  package var leaks: Int
  package var seconds: Double
  package var ignored: [String]
  package var flags: [Flag]
  package var chapters: [ChapterResult]

  package var percent: Double { maxScore == 0 ? 0 : 100 * Double(score) / Double(maxScore) }
}

package struct ChapterResult: Codable {
  package enum Build: String, Codable {
    case ok
    case doesNotCompile = "rejected"
  }
  package var number: Int
  package var title: String
  package var score: Int
  package var maxScore: Int
  package var build: Build
  package var diagnostics: [Diagnostic]
  package var exercises: [ExerciseResult]

  /// The compiler's warnings about files whose tests fail; `nil` when there are none.
  package var warnings: [Diagnostic]?

  /// What the instructor should look at; `results.json` lists it with the submission only.
  package var flags: [Flag] = []

  private enum CodingKeys: String, CodingKey {
    case number, title, score, maxScore, build, diagnostics, exercises, warnings
  }

  /// Keeps the warnings about exercises that compile but do not pass.
  package mutating func keep(_ warnings: [Diagnostic], files: [Exercise]) {
    let failing = exercises.filter { $0.isStarted && !$0.isDone && !$0.doesNotCompile }.map(\.id)
    let names = files.filter { failing.contains($0.id) }.map(\.file)
    let kept = warnings.filter { names.contains($0.file) }
    self.warnings = kept.isEmpty ? nil : kept
  }

  package var leaks: Int { exercises.reduce(0) { $0 + $1.leaks } }
}

package struct ExerciseResult: Codable {
  package var id: String
  package var title: String
  package var score: Int
  package var maxScore: Int
  package var leaks: Int
  package var tests: [TestResult]

  package var isStarted: Bool { tests.contains { $0.verdict != .notStarted } }
  package var isDone: Bool { tests.allSatisfy { $0.verdict == .passed } }

  /// Whether its file does not compile.
  package var doesNotCompile: Bool { tests.allSatisfy { $0.verdict == .doesNotCompile } }
}

package struct TestResult: Codable {
  package var id: String
  package var name: String
  package var points: Int
  package var verdict: Verdict
  package var message: String?
  package var schedule: String?
  package var failedSchedules: Int?
  package var schedules: Int
  package var leaks: [Leak]
  package var seconds: Double

  package init(_ test: ExpectedTest, of exercise: Exercise, _ outcome: TestOutcome) {
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
