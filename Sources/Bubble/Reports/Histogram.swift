/// How often each outcome was noted, as text.
struct Histogram {
  let counts: [String: Int]

  private static let mostValues = 8
  private static let longestValue = 60

  /// One line, the most frequent value first; nothing when nothing was noted.
  var text: String {
    guard !counts.isEmpty else { return "" }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var parts = sorted.prefix(Self.mostValues).map { "\(Self.short($0.key)) × \($0.value)" }
    let rest = sorted.dropFirst(Self.mostValues)
    if !rest.isEmpty {
      parts.append("\(rest.count) more × \(rest.reduce(0) { $0 + $1.value })")
    }
    return "outcomes: \(parts.joined(separator: ", "))"
  }

  private static func short(_ value: String) -> String {
    let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= longestValue ? line : line.prefix(longestValue - 1) + "…"
  }
}
