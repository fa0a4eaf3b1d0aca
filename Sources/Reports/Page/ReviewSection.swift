import GraderFormats

/// What the instructor should look at, apart from the points: flags and similar work.
struct ReviewSection {
  /// How many groups, and how many copies of the sample answers, are listed.
  static let limit = 100

  var report: ClassReport

  var html: HTML {
    """
    <h3>Review flags</h3>
    \(flags)
    <h3>Similar work</h3>
    \(groups)
    \(copies)
    """
  }

  private var groups: HTML {
    guard !report.similarGroups.isEmpty else {
      return """
        <p>No two submissions have so much code in common that they are worth a look. Short answers \
        that are alike are not listed.</p>
        """
    }
    let rows = report.similarGroups.prefix(Self.limit).map { group -> HTML in
      """
      <tr><td>\(links(group.names))</td><td class="n">\(group.percent) %</td>\
      <td>\(group.exercises.joined(separator: ", "))</td></tr>

      """
    }
    return """
      <p>The same except for names, comments and layout. The stub's code does not count, nor do \
      short answers that many wrote. This is a reason to look, not a finding.</p>
      \(HTML.table(
        "pairs", [.head("Submissions"), .number("Alike"), .head("Same exercises")], rows))\(more(than: report.similarGroups.count))
      """
  }

  private var copies: HTML {
    if report.sampleCopies.isEmpty { return "" }
    let rows = report.sampleCopies.prefix(Self.limit).map { copy -> HTML in
      """
      <tr><td>\(link(copy.name))</td><td>\(copy.exercises.joined(separator: ", "))</td></tr>

      """
    }
    return """
      <p>The same as the sample answers, which everyone has:</p>
      \(HTML.table("pairs", [.head("Submission"), .head("Exercises")], rows))\(more(than: report.sampleCopies.count))
      """
  }

  private func more(than count: Int) -> HTML {
    count > Self.limit ? "<p>and \(count - Self.limit) more</p>" : ""
  }

  /// At most twenty names: if a whole class hands in the same work, they would fill the page.
  private func links(_ names: [String]) -> HTML {
    let shown = names.prefix(20).map(link)
    let rest = names.count - shown.count
    let list = shown.dropFirst().reduce(shown[0]) { "\($0), \($1)" as HTML }
    return rest > 0 ? "\(list) and \(rest) more" : list
  }

  private var flags: HTML {
    let all = report.entries.flatMap { entry in
      entry.result.flags.map { (name: entry.result.name, flag: $0) }
    }
    guard !all.isEmpty else { return "<p>None.</p>" }
    let urgent = all.filter(\.flag.isUrgent)
    let others = all.filter { !$0.flag.isUrgent }
    return """
      \(table(
        urgent,
        "Look at these before the grades are final: unsafe code can change what the tests see."))
      \(table(others, "These cost no points. Each may be right in its place."))
      """
  }

  private func table(_ flags: [(name: String, flag: Flag)], _ words: HTML) -> HTML {
    if flags.isEmpty { return "" }
    let rows = flags.map { name, flag -> HTML in
      """
      <tr><td>\(link(name))</td><td>\(flag.kind)</td>\
      <td class="place">\(flag.place)</td><td><code>\(flag.text)</code></td></tr>

      """
    }
    return """
      <p>\(words)</p>
      \(HTML.table(
        "sortable", [.head("Submission"), .head("What"), .head("Where"), .head("Code")], rows))
      """
  }

  private func link(_ name: String) -> HTML {
    guard let entry = report.entry(named: name) else { return "<bdi>\(name)</bdi>" }
    return "<a href=\"#\(entry.anchor)\"><bdi>\(name.shortened(to: 60))</bdi></a>"
  }
}
