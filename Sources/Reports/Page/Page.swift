import GraderFormats

/// Writes a report as one file that opens anywhere, offline: `report.html`.
struct Page {
  var report: ClassReport

  /// Marks a page as a report, so that no other page is overwritten.
  static let mark = #"<meta name="generator" content="grade.sh">"#

  /// The whole file.
  var text: String { document.markup }

  private var document: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    \(HTML(markup: Self.mark))
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.digest)'; base-uri 'none'; \
    form-action 'none'">
    <title>\(report.results.course.name): results</title>
    <style>\(HTML(markup: PageStyle.text))</style>
    </head>
    <body>
    \(header)
    <main>
    \(sections.map(\.body))
    </main>
    \(footer)
    <script>\(HTML(markup: PageScript.text))</script>
    </body>
    </html>

    """
  }

  private struct Section {
    var id: String
    var title: String
    var content: HTML

    var body: HTML {
      """
      <section id="\(id)">
      <h2>\(title)</h2>
      \(content)
      </section>

      """
    }
  }

  private var sections: [Section] {
    var sections = [
      Section(id: "class", title: "Class", content: ClassSection(report: report).html)
    ]
    if let comparison = report.comparison {
      sections.append(
        Section(
          id: "changes", title: "Since the previous run",
          content: ChangesSection(report: report, comparison: comparison).html))
    }
    if !report.graded.isEmpty {
      sections += [
        Section(id: "totals", title: "Totals", content: HistogramSection(report: report).html),
        Section(id: "map", title: "Exercises", content: HeatMapSection(report: report).html),
        Section(
          id: "losses", title: "Where points are lost",
          content: LossesSection(report: report).html),
      ]
    }
    return sections + [
      Section(id: "review", title: "Worth a look", content: ReviewSection(report: report).html),
      Section(
        id: "submissions", title: "Submissions",
        content: HTML(
          markup: report.entries.map { SubmissionSection(report: report, entry: $0).html.markup }
            .joined())),
    ]
  }

  private var header: HTML {
    let links = sections.map { section -> HTML in
      "<a href=\"#\(section.id)\">\(section.title)</a>"
    }
    return """
      <header>
      <h1>\(report.results.course.name)</h1>
      <dl class="tiles">\(tiles)</dl>
      <nav aria-label="Sections">\(links.joined(by: " "))</nav>
      </header>
      """
  }

  private var tiles: [HTML] {
    let submissions = report.results.submissions
    let leaks = submissions.reduce(0) { $0 + $1.leaks }
    var tiles: [(String, String)] = [
      ("submissions", "\(submissions.count)"),
      ("median", report.medianPercent.map { "\($0) %" } ?? "–"),
      ("points", "\(report.results.course.maxScore)"),
      ("leaked tasks", "\(leaks)"),
    ]
    let ungraded = submissions.count - report.graded.count
    if ungraded > 0 { tiles.append(("not graded", "\(ungraded)")) }
    return tiles.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
  }

  private var footer: HTML {
    let environment = report.results.environment
    let schedules = environment.schedules.map { ", \($0) schedules per test" } ?? ""
    return """
      <footer>Course \(report.results.course.version) · Swift \(environment.swift) on \
      \(environment.platform) · isolated by \(environment.isolation.joined(separator: ", "))\
      \(schedules). Grading the same submissions again gives the same points.</footer>
      """
  }
}
