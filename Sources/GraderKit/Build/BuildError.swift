/// The course's own code does not build: nobody can be graded.
struct BuildError: Error, CustomStringConvertible {
  var what: String
  var output: String

  var description: String {
    let lines = output.split(whereSeparator: \.isNewline)
    let shown = lines.filter { $0.contains("error:") }.prefix(8)
    let words = shown.isEmpty ? lines.suffix(8) : shown
    return "\(what) does not build:\n" + words.map { "  \($0)" }.joined(separator: "\n")
  }
}
