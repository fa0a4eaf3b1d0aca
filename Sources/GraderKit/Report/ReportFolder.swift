import Foundation

/// Writes everything that `-o DIR` promises.
struct ReportFolder {
  var path: String
  var exports: [Export] = []

  /// Writes all files, each whole or not at all; `results.json` last, since it says that the rest
  /// belongs to it.
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
    try ResultsFile.write(report.results, to: path)
  }

  /// Removes the files of students whom the report before this one had, and this one has not.
  private func removeFilesOfOthers(than report: ClassReport) {
    guard let earlier = try? EarlierReport.read(from: path) else { return }
    let names = FileNames.distinct(for: earlier.results.submissions.map(\.name))
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
