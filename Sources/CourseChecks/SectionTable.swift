/// A table of the notes that the course follows: which chapters cover which section.
struct SectionTable {
  struct Row {
    /// The notes and the section, as in `003 Mutexes`.
    var section: String
    var chapters: Set<Int>
  }

  var rows: [Row]

  /// Reads the rows of the form `| 003 | Mutexes | 2, 12 |`.
  init(courseREADME text: String) {
    rows = text.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: /\| (\d{3}) \| (.+?) \| (\d+(?:, \d+)*) \|/) else {
        return nil
      }
      let chapters = match.3.split(separator: ", ").compactMap { Int($0) }
      return Row(section: "\(match.1) \(match.2)", chapters: Set(chapters))
    }
  }

  /// The sections that a chapter covers.
  func sections(of chapter: Int) -> Set<String> {
    Set(rows.filter { $0.chapters.contains(chapter) }.map(\.section))
  }

  /// The sections that a chapter's README names after **Covers**: `- 003: Mutexes · Timeout`.
  static func sections(inChapterREADME text: String) -> Set<String> {
    guard let start = text.firstRange(of: "**Covers**") else { return [] }
    var sections: Set<String> = []
    for match in text[start.upperBound...].matches(of: /- (\d{3}): ([^\n]+(?:\n  [^\n]+)*)/) {
      let list = match.2.split(whereSeparator: \.isNewline)
        .map { $0.drop { $0 == " " } }.joined(separator: " ")
      for section in list.split(separator: " · ") { sections.insert("\(match.1) \(section)") }
    }
    return sections
  }
}
