/// The chapters that a text names: "chapter 4", "chapters 1–3", "**Needs** 1, 3–4", "Next: 5 · …".
enum NamedChapters {
  static func all(in text: String) -> Set<Int> {
    var named: Set<Int> = []
    // A list of numbers and ranges, as in "1, 3–4".
    let list = /\d+(?:[–-]\d+)?(?:, \d+(?:[–-]\d+)?)*/
    for match in text.matches(of: /[Cc]hapters? (\d+(?:[–-]\d+)?)/) {
      named.formUnion(numbers(in: match.1))
    }
    for match in text.matches(of: /Next: (\d+) ·/) { named.formUnion(numbers(in: match.1)) }
    for match in text.matches(of: /(?:\*\*Needs\*\*|"needs":) "?([^·"\n]*)/) {
      for part in match.1.matches(of: list) { named.formUnion(numbers(in: part.0)) }
    }
    return named
  }

  /// The numbers of "3", "1–3" or "1, 3–4".
  private static func numbers(in text: Substring) -> Set<Int> {
    var all: Set<Int> = []
    for part in text.split(separator: ",") {
      let ends = part.split { "–- ".contains($0) }.compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { continue }
      all.formUnion(first...last)
    }
    return all
  }
}
