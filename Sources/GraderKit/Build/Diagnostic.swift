/// One thing the compiler objects to.
struct Diagnostic: Codable, Hashable {
  var file: String
  var line: Int
  var message: String

  enum Severity: String {
    case error, warning
  }

  /// Finds diagnostics in what the compiler wrote, in the style of LLVM:
  /// `Ping.swift:3:7: error: cannot find 'x' in scope`.
  static func parse(_ output: String, _ severity: Severity = .error) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for line in output.split(whereSeparator: \.isNewline) {
      guard let mark = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
      let place = line[..<mark.lowerBound].split(separator: ":")
      let message = String(line[mark.upperBound...]).shortened(to: 1000)
      let diagnostic: Diagnostic
      if place.count >= 2, let number = Int(place[1]) {
        diagnostic = Diagnostic(file: String(place[0]), line: number, message: message)
      } else {
        diagnostic = Diagnostic(file: "", line: 0, message: message)
      }
      if !found.contains(diagnostic) { found.append(diagnostic) }
    }
    if severity == .error, found.isEmpty {
      let errors = output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("error: ") }
      found = errors.map { Diagnostic(file: "", line: 0, message: String($0.dropFirst(7))) }
    }
    return found
  }
}
