import GraderFormats

/// What changed since an earlier run.
struct Comparison {
  struct TestChange: Equatable {
    var exercise: String
    var name: String
    var before: Verdict
    var after: Verdict
  }

  /// The status and the score of a submission in one of the runs.
  struct Standing: Equatable {
    var status: SubmissionResult.Status
    var score: Int
    var maxScore: Int
  }

  /// A submission that has changed; `before` or `after` is `nil` when only one run has it.
  struct Change: Equatable {
    var name: String
    var before: Standing?
    var after: Standing?
    var tests: [TestChange]
  }

  /// The changes, in the order of the names.
  var changes: [Change]

  /// How many submissions have not changed.
  var unchanged: Int

  /// Whether the two runs were graded by the same course, so that scores can be compared.
  var isSameCourse: Bool

  init(before: Results, after: Results) {
    let old = Dictionary(before.submissions.map { ($0.name, $0) }) { first, _ in first }
    let new = Dictionary(after.submissions.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(old.keys).union(new.keys).sorted()
    changes = names.compactMap { name in
      let change = Change(
        name: name, before: old[name].map(Self.standing), after: new[name].map(Self.standing),
        tests: Self.changes(from: old[name], to: new[name]))
      return change.before == change.after && change.tests.isEmpty ? nil : change
    }
    unchanged = names.count - changes.count
    isSameCourse = before.course.version == after.course.version
  }

  private static func standing(_ result: SubmissionResult) -> Standing {
    Standing(status: result.status, score: result.score, maxScore: result.maxScore)
  }

  /// The tests of both runs whose verdict has changed.
  private static func changes(
    from old: SubmissionResult?, to new: SubmissionResult?
  ) -> [TestChange] {
    let oldTests = (old?.chapters ?? []).flatMap(\.exercises).flatMap(\.tests)
    let verdicts = Dictionary(oldTests.map { ($0.id, $0.verdict) }) { first, _ in first }
    return (new?.chapters ?? []).flatMap(\.exercises).flatMap { exercise in
      exercise.tests.compactMap { test in
        guard let before = verdicts[test.id], before != test.verdict else { return nil }
        return TestChange(
          exercise: exercise.id, name: test.name, before: before, after: test.verdict)
      }
    }
  }
}
