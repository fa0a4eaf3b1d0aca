import GraderFormats

/// Finds in a student's file the attributes with which Swift code takes another's name or place in
/// the program, imports of what looks on while it runs, directives that blame another file, and macros
/// that make code of texts, which the parser does not see.
///
/// With them, a chapter could replace functions of the testing library, run before the program
/// begins, or hide from its bubble. Nothing in the course needs them.
enum ForeignNames {
  private static let attributes: Set = [
    "_cdecl", "cdecl", "c", "_silgen_name", "_expose", "_extern", "extern", "section", "_section",
    "used", "_used", "_dynamicReplacement", "_weakLinked", "_originallyDefinedIn",
    "_SwiftifyImport", "_SwiftifyImportProtocol",
  ]

  private static let modules: Set = ["Probe", "CProbe"]

  /// The reasons why a file is not compiled.
  ///
  /// - Parameters:
  ///   - facts: What the file names.
  ///   - file: Its name.
  /// - Returns: An error for each, from top to bottom.
  static func diagnostics(_ facts: [Fact], of file: String) -> [Diagnostic] {
    facts.compactMap { fact in
      guard let name = name(of: fact) else { return nil }
      return Diagnostic(
        file: file, line: fact.line,
        message: "\(name) reaches outside of the chapter, which the course does not allow")
    }
  }

  private static func name(of fact: Fact) -> String? {
    switch fact.kind {
    case .attribute: attributes.contains(fact.text) ? "@\(fact.text)" : nil
    case .module: modules.contains(fact.text) ? "import \(fact.text)" : nil
    case .directive, .macro: fact.text
    case .modifier, .name, .member, .unchecked, .global, .text, .conformance, .unread, .isolation:
      nil
    }
  }
}
