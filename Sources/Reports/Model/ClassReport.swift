import CourseModel
import GraderFormats

/// Everything that the reports show, computed once from the results; the writers only format it.
struct ClassReport {
  /// One submission, with what the reports need to link to it.
  struct Entry {
    var result: SubmissionResult

    /// The id of its section in `report.html`.
    var anchor: String

    /// The name of its files, without an extension.
    var fileName: String
  }

  /// A column of the heat map and a row of the losses.
  struct ExerciseHead: Equatable {
    var id: String
    var title: String
    var maxScore: Int
  }

  var course: Course
  var results: Results
  var similarGroups: [SimilarGroup]
  var sampleCopies: [SampleCopy]
  var comparison: Comparison?
  var entries: [Entry]

  /// The chapters that were graded, in order; only their numbers and titles count.
  var chapters: [ChapterResult]

  /// The exercises that were graded, in order.
  var exercises: [ExerciseHead]

  /// Computes what the reports show.
  ///
  /// - Parameters:
  ///   - results: The results of the run.
  ///   - course: The course against which they were graded.
  ///   - similarGroups: Submissions that are the same except for names.
  ///   - sampleCopies: Submissions that are the same as the sample answers, except for names.
  ///   - previous: The results of an earlier run to compare with.
  init(
    _ results: Results, course: Course, similarGroups: [SimilarGroup] = [],
    sampleCopies: [SampleCopy] = [], previous: Results? = nil
  ) {
    self.results = results
    self.course = course
    self.similarGroups = similarGroups
    self.sampleCopies = sampleCopies
    comparison = previous.map { Comparison(before: $0, after: results) }
    let names = FileNames.distinct(for: results.submissions.map(\.name))
    entries = zip(results.submissions, names).enumerated().map { index, pair in
      Entry(result: pair.0, anchor: "s\(index + 1)", fileName: pair.1)
    }
    var chapters: [Int: ChapterResult] = [:]
    for chapter in results.submissions.flatMap(\.chapters) where chapters[chapter.number] == nil {
      chapters[chapter.number] = chapter
    }
    self.chapters = chapters.values.sorted { $0.number < $1.number }
    exercises = self.chapters.flatMap(\.exercises).map {
      ExerciseHead(id: $0.id, title: $0.title, maxScore: $0.maxScore)
    }
  }

  /// The submissions that have a score.
  var graded: [SubmissionResult] { results.submissions.filter { $0.status == .graded } }

  var histogram: Histogram { Histogram(percents: graded.map(\.percent)) }

  var losses: Losses { Losses(graded) }

  /// The percentage that half of the class reaches; `nil` when nothing was graded.
  var medianPercent: Int? {
    let sorted = graded.map(\.percent).sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    return Int(median)
  }

  /// The entry of the submission with this name.
  func entry(named name: String) -> Entry? {
    entries.first { $0.result.name == name }
  }
}
