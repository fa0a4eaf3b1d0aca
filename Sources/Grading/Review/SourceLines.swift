import GraderFormats

/// The lines of a source, for reports.
///
/// They end where the parser's lines end. Otherwise a form feed or one of Unicode's separators in a
/// comment would shift the line numbers, so that a flag shows a harmless line.
struct SourceLines {
  private static let ends: Set<Character> = ["\n", "\r", "\r\n"]

  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: Self.ends.contains)
  }

  /// The line with this number, from 1, without the spaces around it.
  subscript(number: Int) -> String {
    lines.indices.contains(number - 1)
      ? String(lines[number - 1].trimmed).shortened(to: 120) : ""
  }
}
