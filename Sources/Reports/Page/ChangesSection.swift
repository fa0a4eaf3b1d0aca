import GraderFormats

/// What changed since the previous run.
struct ChangesSection {
  var report: ClassReport
  var comparison: Comparison

  var html: HTML {
    let count = comparison.changes.count
    let unchanged = comparison.unchanged
    let warning: HTML =
      comparison.isSameCourse
      ? ""
      : "<p>The course has changed since the previous run, which can change a verdict, too.</p>"
    guard count > 0 else { return "\(warning)<p>Nothing: all \(unchanged) are as before.</p>" }
    let heads: [HTML] = [
      .head("Submission"), .number("Before"), .number("Now"), .number("Change"), .head("Tests"),
    ]
    return """
      \(warning)<p>\(count) changed, \(unchanged) did not.</p>
      \(HTML.table("sortable", heads, comparison.changes.map(row)))
      """
  }

  private func row(_ change: Comparison.Change) -> HTML {
    let name: HTML =
      report.entry(named: change.name).map {
        "<a href=\"#\($0.anchor)\"><bdi>\(change.name.shortened(to: 60))</bdi></a>"
      } ?? "<bdi>\(change.name.shortened(to: 60))</bdi>"
    let tests = change.tests.map { test -> HTML in
      """
      <li><span class="id">\(test.exercise)</span> \(test.name): \
      \(test.before.badge) → \(test.after.badge)</li>
      """
    }
    let list: HTML = tests.isEmpty ? "" : "<ul class=\"plain\">\(tests)</ul>"
    return """
      <tr><th scope="row" data-v="\(change.name)">\(name)</th>\(cell(change.before))\
      \(cell(change.after))<td class="n" data-v="\(change.difference ?? 0)">\(change.signed)</td>\
      <td>\(list)</td></tr>

      """
  }

  private func cell(_ standing: Comparison.Standing?) -> HTML {
    """
    <td class="n" data-v="\(standing?.score ?? -1)">\(standing?.words ?? "–")</td>
    """
  }
}
