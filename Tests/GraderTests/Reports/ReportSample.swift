import CourseModel
import Foundation

@testable import GraderFormats
@testable import Grading
@testable import Reports

/// A tiny class with one of everything: full marks, a leak, a hostile one, one that does not
/// compile, one that was not begun, one refused.
enum ReportSample {
  static let hostileName = "=1+1 <img src=x onerror=alert(1)> & \"co\"\u{1B}[31m\u{202E}"

  static func exercise(_ outcomes: [TestOutcome]) -> ExerciseResult {
    Scoring.exercise(.sample) { test in
      outcomes[Exercise.sample.tests.firstIndex(of: test) ?? 0]
    }
  }

  static func submission(
    _ name: String, _ outcomes: [TestOutcome], rejectedWith diagnostics: [Diagnostic] = []
  ) -> SubmissionResult {
    let chapter = Scoring.chapter(
      .sample, exercises: [exercise(outcomes)], build: diagnostics.isEmpty ? .ok : .doesNotCompile,
      diagnostics: diagnostics)
    return Scoring.submission(
      name, from: "class/\(name)", digest: SHA256().hexadecimal, chapters: [chapter], maxScore: 3,
      seconds: 1.25)
  }

  static func results(_ submissions: [SubmissionResult]) -> Results {
    Results(
      course: .init(name: "tiny-course", version: "c0ffee", maxScore: 3),
      environment: .init(
        swift: "6.3", platform: "linux", isolation: ["bwrap", "rlimits"], jobs: 1),
      submissions: submissions)
  }

  static var leaking: TestOutcome {
    var outcome = TestOutcome(.leaked, "1 task is left\nit waits at t = 2 s")
    outcome.schedule = "r17"
    outcome.failedSchedules = 3
    outcome.schedules = 50
    outcome.leaks = [Leak(task: "task 3", startedAt: "W.swift:4", waitsFor: "a sleep")]
    return outcome
  }

  static var hostile: SubmissionResult {
    var submission = submission(
      hostileName,
      [
        TestOutcome(.wrong, "</pre><script>alert(2)</script> ]]> \u{7} ```\n# heading\n* item"),
        TestOutcome(.crashed, "Fatal error: <b>boom</b> at W.swift:3"),
      ])
    submission.ignored = ["<i>notes</i>.txt"]
    submission.flags = [
      Flag(kind: "unchecked Sendable", file: "01-Cargo/W.swift", line: 7, text: "<T>: @unchecked")
    ]
    return submission
  }

  static var refused: SubmissionResult {
    var submission = submission("zoe", [TestOutcome(.notRun), TestOutcome(.notRun)])
    submission.status = .invalid
    submission.reason = "no chapter folder such as 01-Cargo/ in it"
    submission.chapters = []
    submission.score = 0
    return submission
  }

  static var submissions: [SubmissionResult] {
    let passed = TestOutcome(.passed)
    let rejected = TestOutcome(.doesNotCompile, "W.swift:4: cannot find 'x' in scope")
    return [
      hostile,
      submission("anna", [passed, passed]),
      submission("bo", [passed, leaking]),
      submission(
        "chen", [rejected, rejected],
        rejectedWith: [Diagnostic(file: "W.swift", line: 4, message: "cannot find 'x' in scope")]),
      submission("dara", [TestOutcome(.notStarted), TestOutcome(.notStarted)]),
      refused,
    ]
  }

  /// The same class an evening earlier: bo was wrong, and zoe was not there.
  static var earlier: Results {
    var earlier = submissions.filter { $0.name != "zoe" }
    earlier[2] = submission("bo", [TestOutcome(.wrong, "3, not 4"), leaking])
    return results(earlier + [submission("yara", [TestOutcome(.passed), TestOutcome(.passed)])])
  }

  static var report: ClassReport {
    ClassReport(
      results(submissions), course: .sample,
      similarGroups: [
        SimilarGroup(names: ["anna", hostileName], percent: 93, exercises: ["1.1"])
      ],
      sampleCopies: [SampleCopy(name: "anna", exercises: ["1.1"])],
      previous: earlier)
  }
}
