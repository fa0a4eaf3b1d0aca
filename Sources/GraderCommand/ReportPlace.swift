import CourseModel
import Foundation
import GraderFormats
import Grading
import Reports

/// Checks that reports may be written into a folder, so that no one's files are overwritten.
struct ReportPlace {
  var path: String
  var course: Course

  /// Checks that the reports can be written, and replace only reports.
  ///
  /// - Parameters:
  ///   - paths: The paths that are graded.
  ///   - submissions: The submissions that were found there.
  /// - Throws: `UsageError` with the obstacle, its path, and what to do.
  func makeSureItIsFree(
    from paths: [String] = [], holding submissions: [Submission] = []
  ) throws {
    try refuseWork(paths, submissions)
    for (file, mark) in Self.marks where isForeign(file, mark) {
      throw UsageError(
        "\(path)/\(file) is not a report of this grader: move it away, "
          + "or give another folder with -o")
    }
    let probe = "\(path)/.probe-\(getpid())"
    do {
      try Files.makeFolder(path)
      try Files.write(Data(), to: probe)
      try FileManager.default.removeItem(atPath: probe)
    } catch {
      throw UsageError("\(path) cannot be written: give another folder with -o")
    }
  }

  /// A text that each file of a report contains, most of them near the beginning.
  private static let marks = [
    "report.html": ReportFolder.pageMark, "results.json": "\"grade/", "scores.csv": "name,status,",
    "junit.xml": "<testsuites name=", "fingerprints.json": "\"fingerprints/",
  ].sorted { $0.key < $1.key }

  private func isForeign(_ file: String, _ mark: String) -> Bool {
    let place = "\(path)/\(file)"
    var status = stat()
    guard lstat(place, &status) == 0 else { return false }
    if file == "results.json" || file == "fingerprints.json" {
      // Their keys are sorted, so the mark may be anywhere in the file.
      return !(Files.text(place) ?? "").contains(mark)
    }
    guard let start = try? Files.openPlain(place)?.read(upToCount: 1000) else { return true }
    return !String(decoding: start, as: UTF8.self).contains(mark)
  }

  private func refuseWork(_ paths: [String], _ submissions: [Submission]) throws {
    let own = Self.real(path)
    let given = paths.map(Self.real)
    if !Layout(course: course).places(in: path).isEmpty || submissions.contains(where: isIn) {
      throw UsageError(
        "\(path) is a submission, and the reports would be inside it: give another folder with -o")
    }
    if given.contains(own) {
      throw UsageError(
        "\(path) holds the submissions, and the reports would be among them: "
          + "give another folder with -o, such as \(path.withoutTrailingSlash)-report")
    }
    let parent = URL(filePath: own).deletingLastPathComponent().path(percentEncoded: false)
    if given.contains(parent.withoutTrailingSlash), isSomebodys {
      throw UsageError(
        "\(path) seems to be a submission: it has files and no report; "
          + "give another folder with -o")
    }
  }

  /// Whether the reports would be inside a submission's work.
  private func isIn(_ submission: Submission) -> Bool {
    let own = Self.real(path)
    let work = [submission.exercises, submission.archive == nil ? nil : submission.source]
    return work.compactMap(\.self).contains { (own + "/").hasPrefix(Self.real($0) + "/") }
  }

  /// Whether the folder has files, but no report.
  private var isSomebodys: Bool {
    let entries = Files.entries(of: path)
    let known = Self.marks.map(\.key) + [".graded"]
    return !entries.isEmpty && !entries.contains(where: known.contains)
  }

  private static func real(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
      .withoutTrailingSlash
  }
}
