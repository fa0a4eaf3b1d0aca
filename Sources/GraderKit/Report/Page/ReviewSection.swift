/// What is not about points but for the instructor's eyes: flags and similar pairs.
struct ReviewSection {
  /// How many pairs are listed.
  static let pairLimit = 100

  var report: ClassReport

  var html: HTML {
    """
    <h3>Review flags</h3>
    \(flags)
    <h3>Similar pairs</h3>
    \(pairs)
    """
  }

  private var pairs: HTML {
    guard !report.pairs.isEmpty else {
      return "<p>No two submissions are the same but for names.</p>"
    }
    let rows = report.pairs.prefix(Self.pairLimit).map { pair -> HTML in
      """
      <tr><td>\(link(pair.first))</td><td>\(link(pair.second))</td>\
      <td class="n">\(pair.percent) %</td><td>\(pair.exercises.joined(separator: ", "))</td></tr>

      """
    }
    let rest = report.pairs.count - rows.count
    let more: HTML = rest > 0 ? "<p>and \(rest) more</p>" : ""
    return """
      <p>The same but for names, comments and layout, and not only where a good part of the class \
      wrote the same. The stub's code does not count. It is a reason to look, not a finding.</p>
      <div class="scroll"><table class="pairs">
      <thead><tr><th scope="col">One</th><th scope="col">Other</th>\
      <th scope="col" class="n">Alike</th><th scope="col">Same exercises</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>\(more)
      """
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
      \(table(others, "These cost nothing. Each may be right where it stands."))
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
      <div class="scroll"><table class="sortable">
      <thead><tr><th scope="col">Submission</th><th scope="col">What</th>\
      <th scope="col">Where</th><th scope="col">Code</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>
      """
  }

  private func link(_ name: String) -> HTML {
    guard let entry = report.entry(named: name) else { return "<bdi>\(name)</bdi>" }
    return "<a href=\"#\(entry.anchor)\"><bdi>\(name.shortened(to: 60))</bdi></a>"
  }
}

extension Flag {
  /// File and line as one path.
  var place: String { line > 0 ? "\(file):\(line)" : file }
}
