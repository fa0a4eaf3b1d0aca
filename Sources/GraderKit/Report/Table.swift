/// Lays text out in columns; numbers stand to the right, words to the left.
struct Table {
  enum Alignment {
    case left, right
  }

  var alignments: [Alignment]
  private(set) var rows: [[String]] = []

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  mutating func add(_ row: [String]) {
    rows.append(row.map(\.printable))
  }

  /// The rows as lines without trailing spaces.
  var lines: [String] {
    let widths = alignments.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column -> String in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return alignments[column] == .left ? row[column] + padding : padding + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension String {
  /// The text on one line, with nothing in it that a terminal would obey.
  var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The text cut to a length, with a sign that it was.
  func shortened(to length: Int) -> String {
    count <= length ? self : String(prefix(length - 1)) + "…"
  }
}
