import CourseModel
import Foundation

/// Finds the attributes with which Swift code takes another's name or place in the program, and the
/// imports of what looks on while it runs.
///
/// With them a chapter could put itself where the tests expect the testing library, run before
/// the program begins, or hide from its bubble. Nothing in the course needs them.
enum ForeignNames {
  private static let attributes = [
    "_cdecl", "cdecl", "c", "_silgen_name", "_expose", "_extern", "extern", "section", "_section",
    "used", "_used", "_dynamicReplacement", "_weakLinked", "_originallyDefinedIn",
  ]

  private static let modules = ["Probe", "ProbeThread"]

  static func diagnostics(file: String, content: Data) -> [Diagnostic] {
    let lines = codeLines(ofSwiftSource: String(decoding: content, as: UTF8.self))
    return lines.enumerated().flatMap { index, line -> [Diagnostic] in
      guard line.contains("@") || line.contains("import") else { return [] }
      let names =
        line.matches(of: /@\s*`?(\w+)`?/).map { String($0.1) }
        .filter(attributes.contains).map { "@\($0)" }
        + line.matches(of: /\bimport\s+(?:\w+\s+)?`?(\w+)/).map { String($0.1) }
        .filter(modules.contains).map { "import \($0)" }
      return names.map {
        Diagnostic(
          file: file, line: index + 1,
          message: "\($0) reaches outside of the chapter, which the course does not allow")
      }
    }
  }
}
