/// Lays out text in columns, each aligned to the left or to the right.
package struct Table {
  package enum Alignment {
    case left, right
  }

  var alignments: [Alignment]
  package private(set) var rows: [[String]] = []

  package init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  package mutating func add(_ row: [String]) {
    rows.append(row.map(\.printable))
  }

  /// The rows as lines without trailing spaces.
  package var lines: [String] {
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
