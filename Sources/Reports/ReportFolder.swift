package import CourseModel
import Foundation
package import GraderFormats

/// Writes everything that `-o DIR` promises.
package struct ReportFolder {
  /// What the page says of itself near its beginning, so that no other page is overwritten.
  package static let pageMark = Page.mark

  var path: String
  var exports: [Export]

  package init(path: String, exports: [Export] = []) {
    self.path = path
    self.exports = exports
  }

  /// Writes all files, each whole or not at all.
  ///
  /// - Parameters:
  ///   - results: What the run found out.
  ///   - course: What it was graded against.
  ///   - previous: The results of an earlier run to compare with.
  ///   - fingerprints: What tells which submissions are alike.
  /// - Throws: When a file cannot be written.
  package func write(
    _ results: Results, of course: Course, since previous: Results?, _ fingerprints: Fingerprints
  ) throws {
    let likeness = Likeness(fingerprints)
    let report = ClassReport(
      results, course: course, similarGroups: likeness.groups,
      sampleCopies: likeness.sampleCopies, previous: previous)
    try write(report, fingerprints: fingerprints)
  }

  /// Writes `results.json` last, since it says that the rest belongs to it.
  func write(_ report: ClassReport, fingerprints: Fingerprints) throws {
    try Files.makeFolder(path)
    removeFilesOfOthers(than: report)
    try write(Array(Page(report: report).text.utf8), to: "report.html")
    try write(Array(JUnitFile.text(report.results).utf8), to: "junit.xml")
    try write(JSONText.bytes(fingerprints), to: "fingerprints.json")
    for entry in report.entries {
      let feedback = Feedback(course: report.course, result: entry.result)
      try write(Array(feedback.text.utf8), to: "feedback/\(entry.fileName).md")
    }
    for export in exports {
      for file in try export.files(report) { try write(file.content, to: file.path) }
    }
    try ScoresFile.write(report.results, to: path)
    try report.results.write(to: path)
  }

  /// Removes the files of students whom the report before this one had, and this one has not.
  private func removeFilesOfOthers(than report: ClassReport) {
    guard let earlier = try? Results.read(path) else { return }
    let names = FileNames.distinct(for: earlier.submissions.map(\.name))
    for name in Set(names).subtracting(report.entries.map(\.fileName)) {
      try? FileManager.default.removeItem(atPath: "\(path)/feedback/\(name).md")
      for export in Export.allCases {
        try? FileManager.default.removeItem(atPath: "\(path)/\(export.rawValue)/\(name)")
      }
    }
  }

  /// Writes beside the place and renames, so that a killed run leaves no half of a file.
  ///
  /// Unlike `Files.write` it does not wait for the disk: a class has thousands of these files.
  private func write(_ content: [UInt8], to name: String) throws {
    let file = "\(path)/\(name)"
    let folder = String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex))
    try Files.makeFolder(folder)
    let draft = "\(folder)/.\(getpid())-\(UUID().uuidString)"
    try Data(content).write(to: URL(filePath: draft))
    guard rename(draft, file) == 0 else {
      let error = errno
      unlink(draft)
      throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO)
    }
  }
}
