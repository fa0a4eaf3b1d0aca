package import CourseModel
package import GraderFormats
import Synchronization

/// Grades submissions: chapters at the same time, and results in the order of the submissions.
package struct Grader {
  package var course: Course
  package var chapterGrader: ChapterGrader
  package var stager: Stager
  package var jobs: Int

  /// Grades all submissions.
  ///
  /// - Parameters:
  ///   - staged: The staged submissions.
  ///   - known: The results of an earlier run, by name; each counts if the sources are the same.
  ///   - finished: Called with each submission's result as soon as its last chapter is done.
  /// - Returns: The results in the order of the submissions.
  package func grade(
    _ staged: [StagedSubmission], known: [String: SubmissionResult] = [:],
    finished: @escaping (SubmissionResult) -> Void
  ) -> [SubmissionResult] {
    let kept = staged.map { submission -> SubmissionResult? in
      guard !submission.isUnreadable, var result = known[submission.submission.name],
        result.digest == submission.digest
      else { return nil }
      // The verdicts depend only on the code; the path and the ignored files may have changed.
      result.source = submission.submission.source
      result.ignored = submission.ignored
      return result
    }
    for result in kept.compactMap(\.self) { finished(result) }
    let units = staged.enumerated().flatMap { index, submission in
      (kept[index] == nil ? submission.chapters.indices : 0..<0).filter {
        chapterGrader.selection.wants(submission.chapters[$0].chapter)
      }
      .map { (submission: index, chapter: $0) }
    }
    let assembly = Mutex(Assembly(staged: staged, units: units.map(\.submission)))
    for index in staged.indices where staged[index].isUnreadable {
      finished(assembly.withLock { $0.result(of: index, maxScore: maxScore) })
    }
    _ = Workers(count: jobs).map(units) { unit in
      let start = ContinuousClock.now
      let result = Result {
        try chapterGrader.grade(staged[unit.submission].chapters[unit.chapter])
      }
      let seconds = start.duration(to: .now) / .seconds(1)
      let complete = assembly.withLock { assembly -> SubmissionResult? in
        assembly.add(result, to: unit.submission, seconds: seconds)
        guard assembly.isComplete(unit.submission) else { return nil }
        return assembly.result(of: unit.submission, maxScore: maxScore)
      }
      if let complete { finished(complete) }
      return true
    }
    return staged.indices.map { index in
      kept[index] ?? assembly.withLock { $0.result(of: index, maxScore: maxScore) }
    }
  }

  /// Grades submissions as they were found; see `grade(_:known:finished:)`.
  package func grade(
    _ submissions: [Submission], finished: @escaping (SubmissionResult) -> Void
  ) -> [SubmissionResult] {
    grade(stage(submissions), finished: finished)
  }

  /// Takes the files that the course knows from each submission.
  package func stage(_ submissions: [Submission]) -> [StagedSubmission] {
    Workers(count: jobs).map(submissions, stager.stage)
  }

  /// The points of all selected exercises.
  package var maxScore: Int {
    course.chapters.flatMap(chapterGrader.selection.exercises).reduce(0) { $0 + $1.points }
  }
}

/// Chapter results as they come in, by submission.
private struct Assembly {
  var staged: [StagedSubmission]
  var missing: [Int: Int] = [:]
  var chapters: [Int: [ChapterResult]] = [:]
  var seconds: [Int: Double] = [:]
  var infrastructureErrors: [Int: String] = [:]

  init(staged: [StagedSubmission], units: [Int]) {
    self.staged = staged
    for unit in units { missing[unit, default: 0] += 1 }
    for (index, submission) in staged.enumerated() {
      infrastructureErrors[index] = submission.infrastructureError
    }
  }

  mutating func add(_ result: Result<ChapterResult, any Error>, to index: Int, seconds: Double) {
    switch result {
    case .success(let chapter): chapters[index, default: []].append(chapter)
    case .failure(let error):
      infrastructureErrors[index] =
        infrastructureErrors[index] ?? InfrastructureError.message(for: error)
    }
    self.seconds[index, default: 0] += seconds
    missing[index, default: 0] -= 1
  }

  func isComplete(_ index: Int) -> Bool { missing[index, default: 0] == 0 }

  func result(of index: Int, maxScore: Int) -> SubmissionResult {
    let staged = staged[index]
    var result = Scoring.submission(
      staged.submission.name, from: staged.submission.source, digest: staged.digest,
      chapters: (chapters[index] ?? []).sorted { $0.number < $1.number }, maxScore: maxScore,
      seconds: seconds[index] ?? 0)
    result.ignored = staged.ignored
    if let invalidReason = staged.invalidReason {
      result.status = .invalid
      result.reason = invalidReason
    }
    if let infrastructureError = infrastructureErrors[index] {
      result.status = .error
      result.reason = infrastructureError
    }
    return result
  }
}
