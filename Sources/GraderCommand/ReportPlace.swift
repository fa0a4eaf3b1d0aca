import CourseModel
import Foundation
import GraderFormats
import Grading
import Reports

/// Whether reports may be written into a folder: never over what somebody else has put there.
struct ReportPlace {
  var path: String
  var course: Course

  /// Makes sure that the reports can be written, and replace nothing but reports.
  ///
  /// - Parameters:
  ///   - paths: What was given to be graded.
  ///   - submissions: What was found there.
  /// - Throws: `UsageError` with what is in the way, where, and what to do.
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

  /// What each file of a report says of itself near its beginning.
  private static let marks = [
    "report.html": ReportFolder.pageMark, "results.json": "\"grade/", "scores.csv": "name,status,",
    "junit.xml": "<testsuites name=", "fingerprints.json": "\"fingerprints/",
  ].sorted { $0.key < $1.key }

  private func isForeign(_ file: String, _ mark: String) -> Bool {
    let place = "\(path)/\(file)"
    var status = stat()
    guard lstat(place, &status) == 0 else { return false }
    if file == "results.json" || file == "fingerprints.json" {
      // Their marks may stand anywhere.
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
        "\(path) is a submission, and reports would lie in it: give another folder with -o")
    }
    if given.contains(own) {
      throw UsageError(
        "\(path) holds the submissions, and reports would lie among them: "
          + "give another folder with -o, such as \(path.withoutTrailingSlash)-report")
    }
    let parent = URL(filePath: own).deletingLastPathComponent().path(percentEncoded: false)
    if given.contains(parent.withoutTrailingSlash), isSomebodys {
      throw UsageError(
        "\(path) seems to be a submission: it has files and no report; "
          + "give another folder with -o")
    }
  }

  /// Whether the reports would lie in a submission's work.
  private func isIn(_ submission: Submission) -> Bool {
    let own = Self.real(path)
    let work = [submission.exercises, submission.archive == nil ? nil : submission.source]
    return work.compactMap(\.self).contains { (own + "/").hasPrefix(Self.real($0) + "/") }
  }

  /// Whether there is something in the folder, and no run has written into it.
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
