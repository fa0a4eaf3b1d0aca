import GraderFormats

/// Finds, in the output of a failed link, the course's declarations that a student's chapter lacks.
///
/// These are the ones that symbol graphs do not show, such as a default value that was removed.
enum MissingDeclarations {
  /// The mangled names that the linker did not find, each once.
  static func symbols(in output: String) -> [String] {
    var symbols: [String] = []
    for line in output.split(whereSeparator: \.isNewline) {
      guard let mark = line.firstRange(of: "undefined symbol: ") else { continue }
      let symbol = String(line[mark.upperBound...].prefix { $0 != " " })
      if !symbols.contains(symbol) { symbols.append(symbol) }
    }
    return symbols
  }

  /// One diagnostic per missing declaration, with the file that should declare it.
  ///
  /// - Parameters:
  ///   - demangled: What `swift demangle -simplified` made of the symbols.
  ///   - declarations: What the course declares.
  /// - Returns: What to tell the student.
  static func diagnostics(demangled: [String], declarations: [Declaration]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for name in demangled {
      let declaration = shorten(name)
      let path = declaration.prefix { $0 != "(" && $0 != " " }
      // The longest name that it begins with: that of the member, not that of its type.
      let known = declarations.filter { "\(path).".hasPrefix($0.name + ".") }
      let file = known.max { $0.name.count < $1.name.count }?.file ?? ""
      let subject = file.isEmpty ? "the chapter" : file
      let message = "\(subject) no longer declares `\(declaration)` as the course does"
      let diagnostic = Diagnostic(file: file, line: 0, message: message)
      if !found.contains(diagnostic) { found.append(diagnostic) }
    }
    return found
  }

  /// Drops the words that the demangler puts before a declaration.
  private static func shorten(_ name: String) -> String {
    var name = name[...]
    for prefix in [
      "async function pointer to ", "dispatch thunk of ", "method descriptor for ",
      "nominal type descriptor for ", "type metadata accessor for ", "type metadata for ",
      "default argument 0 of ", "enum case for ", "property descriptor for ",
      "protocol conformance descriptor for ", "metaclass for ",
    ] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    return String(name)
  }
}
