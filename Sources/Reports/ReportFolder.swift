package import CourseModel
import Foundation
package import GraderFormats

/// Writes all files of a report into the folder of `-o DIR`.
package struct ReportFolder {
  /// The mark of a report near the beginning of its page, so that no other page is overwritten.
  package static let pageMark = Page.mark

  var path: String
  var exports: [Export]

  package init(path: String, exports: [Export] = []) {
    self.path = path
    self.exports = exports
  }

  /// Writes all files, each completely or not at all.
  ///
  /// - Parameters:
  ///   - results: The results of the run.
  ///   - course: The course against which they were graded.
  ///   - previous: The results of an earlier run to compare with.
  ///   - fingerprints: The fingerprints with which similar submissions are found.
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

  /// Writes `results.json` last, because it says that the other files belong to it.
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

  /// Removes the files of students who are in the previous report in this folder, but not in this
  /// one.
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

  /// Writes a temporary file and renames it, so that a killed run does not leave half of a file.
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
