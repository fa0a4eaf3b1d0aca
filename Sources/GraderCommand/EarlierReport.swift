import Foundation
import GraderFormats
import Grading

/// The report of an earlier run in the folder for the reports.
///
/// When only some students are graded again, their rows are replaced and the other rows are kept.
struct EarlierReport {
  var folder: String
  var results: Results

  /// Reads the results in a folder; `nil` when no run has ended there.
  ///
  /// - Throws: `UsageError` when there are results that cannot be understood.
  static func read(from folder: String) throws -> EarlierReport? {
    guard Files.exists(folder + "/results.json") else { return nil }
    return EarlierReport(folder: folder, results: try Results.read(folder))
  }

  /// Checks that one part of a class does not replace another part, or the whole class.
  ///
  /// - Throws: `UsageError` when it would.
  func makeSureItIs(_ part: Shard?) throws {
    guard let part else { return }
    let name = part.description
    guard results.shard != name else { return }
    throw UsageError(
      "\(folder) has \(results.shard.map { "part \($0)" } ?? "the whole class"), not part \(name): "
        + "give each part a folder of its own, and merge them")
  }

  /// Gives each submission the name of its row, and each new one a name that no row has.
  func named(_ submissions: [Submission]) -> [Submission] {
    let rows = submissions.map(row)
    var taken = Set(results.submissions.map { $0.name.lowercased() })
    return zip(submissions, rows).map { submission, row in
      var own = submission
      if let row {
        own.name = row
      } else {
        own.name = SubmissionName.free(like: submission.name, taken: &taken)
      }
      return own
    }
  }

  /// The name of a submission's row: the row with the same path.
  ///
  /// Relative paths depend on the folder in which the grader was called. So a row whose path does
  /// not exist here is recognized by the last part of it, if no other such row has the same.
  private func row(of submission: Submission) -> String? {
    let place = Self.place(submission.source)
    let same = results.submissions.filter { Self.place($0.source) == place }
    if let first = same.first { return first.name }
    let alike = results.submissions.filter {
      Self.last($0.source) == Self.last(submission.source) && !Files.exists($0.source)
    }
    return alike.count == 1 ? alike[0].name : nil
  }

  private static func place(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
      .withoutTrailingSlash
  }

  private static func last(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.lastPathComponent
  }

  /// The submissions of the earlier run that the new one does not have.
  func rest(without names: some Sequence<String>) -> [SubmissionResult] {
    let new = Set(names)
    return results.submissions.filter { !new.contains($0.name) }
  }

  /// Checks that rows of the earlier run and of this one can be in the same report.
  ///
  /// - Parameters:
  ///   - names: The submissions that are graded now.
  ///   - new: The results of this run, still without submissions.
  ///   - exercises: The exercises that are graded.
  /// - Throws: `UsageError` when the earlier run had another course, compiler or options.
  func makeSureItFits(_ names: [String], _ new: Results, exercises: [String]) throws {
    let rest = rest(without: names)
    guard !rest.isEmpty else { return }
    let graded = rest.first { !$0.chapters.isEmpty }?.chapters.flatMap(\.exercises).map(\.id)
    let isSame =
      results.course.version == new.course.version
      && results.course.maxScore == new.course.maxScore
      && results.environment.swift == new.environment.swift
      && results.environment.schedules == new.environment.schedules
      && graded ?? exercises == exercises
    guard isSame else {
      throw UsageError(
        "\(folder) has \(Self.words(rest.count)), graded with another course, compiler or options: "
          + "grade the whole class again, or give another folder with -o")
    }
  }

  /// The number of submissions as text.
  private static func words(_ count: Int) -> String {
    count == 1 ? "one other submission" : "\(count) other submissions"
  }

  /// A message about the rows that are kept; `nil` when there are none.
  func note(besides names: [String]) -> String? {
    let count = rest(without: names).count
    return count == 0 ? nil : "kept in \(folder): \(Self.words(count))"
  }

  /// The new results, with the earlier rows that they do not replace.
  func updated(with new: Results) -> Results {
    let rest = rest(without: new.submissions.map(\.name))
    guard !rest.isEmpty else { return new }
    var whole = new
    whole.submissions = (rest + new.submissions).sorted { $0.name < $1.name }
    whole.shard = results.shard
    // List only the isolation that all rows had.
    whole.environment.isolation = new.environment.isolation
      .filter(results.environment.isolation.contains)
    return whole
  }
}
