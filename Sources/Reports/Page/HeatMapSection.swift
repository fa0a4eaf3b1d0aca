import GraderFormats

/// A heat map: how far each submission got in each exercise.
struct HeatMapSection {
  var report: ClassReport

  var html: HTML {
    let heads = report.exercises.map { exercise -> HTML in
      """
      <th scope="col" class="n" title="\(exercise.title), \(exercise.maxScore) points">\
      \(exercise.id)</th>
      """
    }
    let rows = report.entries.filter { $0.result.status == .graded }.map(row)
    return """
      <p class="legend"><span class="h0">none</span> <span class="h1">less than half</span> \
      <span class="h2">more</span> <span class="h3">all points</span> \
      <span class="open">· not started</span> <span class="h0">✗ does not compile</span></p>
      \(HTML.table("heat sortable", [.head("Submission")] + heads, rows))
      """
  }

  private func row(_ entry: ClassReport.Entry) -> HTML {
    let own = entry.result.chapters.flatMap(\.exercises)
    let exercises = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    return """
      <tr><th scope="row" title="\(entry.result.name)"><a href="#\(entry.anchor)">\
      <bdi>\(entry.result.name.shortened(to: 60))</bdi></a></th>\
      \(report.exercises.map { cell(exercises[$0.id]) })</tr>

      """
  }

  private func cell(_ exercise: ExerciseResult?) -> HTML {
    guard let exercise else { return "<td class=\"n\" data-v=\"-2\">–</td>" }
    guard exercise.isStarted else {
      return "<td class=\"n open\" data-v=\"-1\" title=\"\(exercise.id): not started\">·</td>"
    }
    let doesNotCompile = exercise.tests.contains { $0.verdict == .doesNotCompile }
    return """
      <td class="n \(level(exercise))" data-v="\(exercise.score)" title="\(title(exercise))">\
      \(doesNotCompile ? "✗" : "\(exercise.score)")</td>
      """
  }

  private func level(_ exercise: ExerciseResult) -> String {
    if exercise.score == exercise.maxScore { return "h3" }
    if exercise.score == 0 { return "h0" }
    return exercise.score * 2 < exercise.maxScore ? "h1" : "h2"
  }

  private func title(_ exercise: ExerciseResult) -> String {
    let failing = Verdict.allCases.filter { verdict in
      verdict != .passed && exercise.tests.contains { $0.verdict == verdict }
    }
    let words = failing.isEmpty ? "" : ": " + failing.map(\.words).joined(separator: ", ")
    return "\(exercise.id) \(exercise.title), \(exercise.score) of \(exercise.maxScore)\(words)"
  }
}
