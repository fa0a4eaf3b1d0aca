import GraderFormats

/// The exercises and tests in which the class loses points, and the verdicts that cost them.
struct LossesSection {
  /// How many tests are listed.
  static let testLimit = 20

  var report: ClassReport

  var html: HTML {
    let losses = report.losses
    guard !losses.exercises.isEmpty else { return "<p>Nowhere: everyone has all points.</p>" }
    return """
      \(verdicts(losses))
      <h3>By exercise</h3>
      \(exercises(losses))
      \(tests(losses))
      """
  }

  private func verdicts(_ losses: Losses) -> HTML {
    let total = losses.byVerdict.values.reduce(0, +)
    let parts = losses.verdicts.map { verdict -> HTML in
      let points = losses.byVerdict[verdict, default: 0]
      let unit = points == 1 ? "point" : "points"
      return "<li>\(verdict.badge) \(points) \(unit), \(percent(points, of: total)) %</li>"
    }
    return "<p>Of all points lost:</p><ul class=\"plain\">\(parts)</ul>"
  }

  private func exercises(_ losses: Losses) -> HTML {
    let heads = losses.verdicts.map { HTML.number($0.words) }
    let rows = losses.exercises.map { loss -> HTML in
      let share = percent(loss.lost, of: loss.possible)
      let cells = losses.verdicts.map { verdict -> HTML in
        let points = loss.byVerdict[verdict, default: 0]
        return "<td class=\"n\" data-v=\"\(points)\">\(points == 0 ? "" : "\(points)")</td>"
      }
      return """
        <tr><th scope="row" data-v="\(loss.id)">\(loss.id) \(loss.title)</th>\
        <td class="n">\(loss.lost)</td><td class="n share" data-v="\(share)">\(share) %\
        <span class="track"><span style="width:\(share)%"></span></span></td>\(cells)</tr>

        """
    }
    return .table(
      "sortable",
      [.head("Exercise"), .number("Lost"), .number("of all points")] + heads, rows)
  }

  private func tests(_ losses: Losses) -> HTML {
    guard !losses.tests.isEmpty else { return "" }
    let rows = losses.tests.prefix(Self.testLimit).map { loss -> HTML in
      let verdicts = Verdict.allCases.compactMap { verdict -> HTML? in
        loss.submissions[verdict].map { "\(verdict.badge) \($0)" }
      }
      return """
        <tr><th scope="row"><span class="id">\(loss.exercise)</span> \(loss.name)</th>\
        <td class="n">\(loss.lost)</td><td>\(verdicts.joined(by: " "))</td></tr>

        """
    }
    let rest = losses.tests.count - rows.count
    let more: HTML = rest > 0 ? "<p>and \(rest) more</p>" : ""
    return """
      <h3>By test, if the exercise was started</h3>
      \(HTML.table(nil, [.head("Test"), .number("Points lost"), .head("Submissions")], rows))\(more)
      """
  }

  private func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : Int((100 * Double(part) / Double(whole)).rounded())
  }
}

extension Verdict {
  /// The verdict as a small colored word.
  var badge: HTML { "<span class=\"verdict \(rawValue)\">\(words)</span>" }
}
