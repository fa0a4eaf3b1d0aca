/// Reads from a failed link which of the course's declarations a student's chapter lacks.
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

  /// One diagnostic per missing declaration, with the stub's file that declares it.
  ///
  /// - Parameters:
  ///   - demangled: What `swift demangle -simplified` made of the symbols.
  ///   - stubs: The course's files by name.
  /// - Returns: What to tell the student.
  static func diagnostics(demangled: [String], stubs: [String: String]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for name in demangled {
      let declaration = shorten(name)
      let base = declaration.prefix { $0 != "(" && $0 != " " }.split(separator: ".").last ?? ""
      let file = stubs.sorted { $0.key < $1.key }.first { $0.value.contains(base) }?.key ?? ""
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
