import GraderFormats

/// Reads the compiler's output.
extension Diagnostic {
  enum Severity: String {
    case error, warning, note
  }

  /// Finds diagnostics of one severity in the compiler's output, in the style of LLVM:
  /// `Ping.swift:3:7: error: cannot find 'x' in scope`.
  static func parse(_ output: String, _ severity: Severity = .error) -> [Diagnostic] {
    var found: [Diagnostic] = []
    // Notes, and lines without a severity, belong to the last error.
    var isInside = false
    for line in output.split(whereSeparator: \.isNewline) {
      if let diagnostic = Diagnostic(line: line, severity) {
        isInside = severity == .error && !found.contains { $0.says(diagnostic) }
        if !found.contains(where: { $0.says(diagnostic) }) { found.append(diagnostic) }
      } else if line.contains(#/: (error|warning|remark): /#) {
        isInside = false
      } else if isInside {
        found[found.count - 1].add(line)
      }
    }
    if severity == .error, found.isEmpty {
      let errors = output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("error: ") }
      found = errors.map { Diagnostic(file: "", line: 0, message: String($0.dropFirst(7))) }
    }
    return found
  }

  private init?(line: Substring, _ severity: Severity) {
    guard let mark = line.firstRange(of: ": \(severity.rawValue): ") else { return nil }
    let place = line[..<mark.lowerBound].split(separator: ":")
    let number = place.count >= 2 ? Int(place[1]) : nil
    self.init(
      file: number == nil ? "" : String(place[0]), line: number ?? 0,
      message: String(line[mark.upperBound...]).shortened(to: 1000))
  }

  /// No one reads a longer context, and a compiler that crashed prints thousands of lines.
  private static let contextLimit = 12

  private mutating func add(_ line: Substring) {
    let lines = context ?? []
    if lines.count < Self.contextLimit { context = lines + [String(line).shortened(to: 200)] }
  }

  private func says(_ other: Diagnostic) -> Bool {
    file == other.file && line == other.line && message == other.message
  }
}
