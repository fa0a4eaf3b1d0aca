package import GraderFormats

/// What changed since the previous run, for the terminal.
package enum ComparisonText {
  /// How many tests are listed for each submission.
  static let testLimit = 3

  package static func text(from before: Results, to after: Results) -> String {
    text(Comparison(before: before, after: after))
  }

  static func text(_ comparison: Comparison) -> String {
    let total = comparison.changes.count + comparison.unchanged
    guard !comparison.changes.isEmpty else {
      return "since the previous run: nothing changed\n"
    }
    var lines = ["since the previous run: \(comparison.changes.count) of \(total) changed"]
    if !comparison.isSameCourse { lines[0] += " (and so did the course)" }
    var table = Table([.left, .left, .right, .left])
    for change in comparison.changes {
      let scores = "\(change.before?.words ?? "–") → \(change.after?.words ?? "–")"
      table.add(["", change.name.shortened(to: 24), change.signed, scores])
      for test in change.tests.prefix(testLimit) {
        table.add(["", "", "", "\(test.exercise) \(test.name): \(test.arrow)"])
      }
      let rest = change.tests.count - testLimit
      if rest > 0 { table.add(["", "", "", "and \(rest) more tests"]) }
    }
    return (lines + table.lines).joined(separator: "\n") + "\n"
  }
}

extension Comparison.TestChange {
  var arrow: String { "\(before.words) → \(after.words)" }
}

extension Comparison.Standing {
  /// The standing in a word or two.
  var words: String {
    status == .graded ? "\(score)/\(maxScore)" : status.words
  }
}

extension Comparison.Change {
  /// By how many points the score changed; `nil` when one of the runs has none.
  var difference: Int? {
    guard let before, let after, before.status == .graded, after.status == .graded else {
      return nil
    }
    return after.score - before.score
  }

  /// The difference with its sign, or what happened instead.
  var signed: String {
    if before == nil { return "new" }
    if after == nil { return "gone" }
    guard let difference else { return "" }
    return difference > 0 ? "+\(difference)" : "\(difference)"
  }
}
