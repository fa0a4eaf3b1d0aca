import GraderFormats

/// The class as a table: a line per submission.
struct ClassSection {
  var report: ClassReport

  var html: HTML {
    .table(
      "sortable class",
      [.head("Submission"), .number("Points"), .number("%")] + report.chapters.map(heading)
        + [.number("Leaks"), .number("Flags"), .head("What went wrong first")],
      report.entries.map(row))
  }

  private func heading(_ chapter: ChapterResult) -> HTML {
    """
    <th scope="col" class="n" title="\(chapter.title)">\(chapter.number) \
    \(chapter.title.shortened(to: 14))</th>
    """
  }

  private func row(_ entry: ClassReport.Entry) -> HTML {
    let result = entry.result
    let name: HTML = """
      <th scope="row" title="\(result.name)"><a href="#\(entry.anchor)">\
      <bdi>\(result.name.shortened(to: 60))</bdi></a></th>
      """
    guard result.status == .graded else {
      let empty = Array(
        repeating: "<td class=\"n\" data-v=\"-1\">–</td>" as HTML, count: report.chapters.count + 4)
      return """
        <tr class="ungraded">\(name)\(empty)\
        <td title="\(result.reason ?? "")">\(result.status.words): \(result.reason ?? "")</td></tr>

        """
    }
    let problem = result.firstProblem(in: report.course)
    return """
      <tr>\(name)\
      <td class="n" data-v="\(result.score)"><b>\(result.score)</b>/\(result.maxScore)</td>\
      <td class="n">\(Int(result.percent))</td>\(report.chapters.map { cell($0, result) })\
      <td class="n">\(result.leaks)</td><td class="n">\(result.flags.count)</td>\
      <td title="\(problem)">\(problem)</td></tr>

      """
  }

  private func cell(_ chapter: ChapterResult, _ result: SubmissionResult) -> HTML {
    guard let own = result.chapters.first(where: { $0.number == chapter.number }) else {
      return "<td class=\"n\" data-v=\"-1\">–</td>"
    }
    let mark: HTML =
      own.build == .doesNotCompile ? "<span title=\"does not compile\">✗</span> " : ""
    return "<td class=\"n\" data-v=\"\(own.score)\">\(mark)\(own.score)/\(own.maxScore)</td>"
  }
}
