import GraderFormats

/// The systems for which the results can be written.
package enum Export: String, CaseIterable {
  case gradescope, classroom, exercism

  /// Reads a list such as `gradescope,exercism`.
  ///
  /// - Throws: `UsageError` that lists the known names.
  package static func list(_ text: String) throws -> [Export] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let export = Export(rawValue: String(word)) else {
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("--export accepts \(known), not \"\(word)\"")
      }
      return export
    }
  }

  /// The files of the export, by their paths below the report's folder.
  func files(_ report: ClassReport) throws -> [(path: String, content: [UInt8])] {
    var files = try report.entries.map { entry in
      let path = "\(rawValue)/\(entry.fileName)/results.json"
      switch self {
      case .gradescope: return (path, try JSONText.bytes(GradescopeResult(entry.result)))
      case .classroom: return (path, try JSONText.bytes(ClassroomResult(entry.result)))
      case .exercism:
        return (path, try JSONText.bytes(ExercismResult(entry.result, report.exercises)))
      }
    }
    if self == .classroom {
      files.append(("classroom/autograding.json", try JSONText.bytes(ClassroomTests(report))))
    }
    return files
  }
}
