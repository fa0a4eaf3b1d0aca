/// The course's own code does not build: nobody can be graded.
struct BuildError: Error, CustomStringConvertible {
  var what: String
  var output: String

  /// Whether a source was saved while it was compiled, as by a `git pull`; it can be tried again.
  var isOutdated: Bool { output.contains("was modified during the build") }

  var description: String {
    let lines = output.split(whereSeparator: \.isNewline)
    let shown = lines.filter { $0.contains("error:") }.prefix(8)
    let words = shown.isEmpty ? lines.suffix(8) : shown
    return "\(what) does not build:\n" + words.map { "  \($0)" }.joined(separator: "\n")
  }
}
