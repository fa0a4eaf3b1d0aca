import GraderFormats

/// Finds in a student's file the attributes with which Swift code takes another's name or place in
/// the program, imports of what looks on while it runs, directives that blame another file, macros that
/// make code of texts, which the parser does not see, and conditions behind which the compiler and the
/// parser may see different code.
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
      message(on: fact).map { Diagnostic(file: file, line: fact.line, message: $0) }
    }
  }

  private static func message(on fact: Fact) -> String? {
    if fact.kind == .version {
      return "write the code without `#if swift` and `#if compiler`: what they leave out cannot be "
        + "told from the rest with certainty"
    }
    return name(of: fact).map {
      "\($0) reaches outside of the chapter, which the course does not allow"
    }
  }

  private static func name(of fact: Fact) -> String? {
    switch fact.kind {
    case .attribute: attributes.contains(fact.text) ? "@\(fact.text)" : nil
    case .module: modules.contains(fact.text) ? "import \(fact.text)" : nil
    case .directive, .macro: fact.text
    case .modifier, .name, .member, .unchecked, .global, .text, .conformance, .unread, .isolation,
      .version:
      nil
    }
  }
}
