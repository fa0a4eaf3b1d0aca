import CourseModel
import Foundation

/// Finds the attributes with which Swift code takes another's name or place in the program, and the
/// imports of what looks on while it runs.
///
/// With them a chapter could put itself where the tests expect the testing library, run before
/// the program begins, or hide from its bubble. Nothing in the course needs them.
///
/// Only the compiler knows for sure where a comment ends: in `#/x/*/#` none begins. So everything is
/// searched but the lines that begin with `//`, which are a comment wherever they stand.
enum ForeignNames {
  private static let attributes = [
    "_cdecl", "cdecl", "c", "_silgen_name", "_expose", "_extern", "extern", "section", "_section",
    "used", "_used", "_dynamicReplacement", "_weakLinked", "_originallyDefinedIn",
  ]

  private static let modules = ["Probe", "ProbeThread"]

  static func diagnostics(file: String, content: Data) -> [Diagnostic] {
    let lines = String(decoding: content, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.drop(while: \.isWhitespace).hasPrefix("//") ? "" : String($0) }
    let text = lines.joined(separator: "\n")
    guard text.contains("@") || text.contains("import") else { return [] }
    var found = attributes(in: text) + imports(in: text)
    found.sort { $0.place < $1.place }
    var line = 1
    var counted = text.startIndex
    return found.map { name, place in
      line += text[counted..<place].count { $0 == "\n" }
      counted = place
      return Diagnostic(
        file: file, line: line,
        message: "\(name) reaches outside of the chapter, which the course does not allow")
    }
  }

  private typealias Finding = (name: String, place: String.Index)

  private static func attributes(in text: String) -> [Finding] {
    text.matches(of: /@\s*`?(\w+)/.matchingSemantics(.unicodeScalar)).map {
      (name: String($0.1), place: $0.range.lowerBound)
    }
    .filter { attributes.contains($0.name) }.map { (name: "@\($0.name)", place: $0.place) }
  }

  private static func imports(in text: String) -> [Finding] {
    let sign =
      /\bimport\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?`?(\w+)/
      .matchingSemantics(.unicodeScalar)
    let plain = text.matches(of: sign).map {
      (name: String($0.1), place: $0.range.lowerBound)
    }
    .filter { modules.contains($0.name) }.map { (name: "import \($0.name)", place: $0.place) }
    // A comment may stand between the word and the name.
    let commented = /\bimport\s*(?:\w+\s*)?\/[\/*]/.matchingSemantics(.unicodeScalar)
    guard let module = text.firstMatch(of: /\bProbe(?:Thread)?\b/),
      let start = text.firstMatch(of: commented)
    else { return plain }
    return plain + [(name: "import \(module.0)", place: start.range.lowerBound)]
  }
}
