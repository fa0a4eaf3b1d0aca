/// The difference between two texts, line by line, as a unified diff with one hunk.
///
///     @@ -1,3 +1,2 @@
///      for await crate in shore { await island.send(crate) }
///     -island.close()
///      }
struct LineDifference {
  /// How many equal lines are shown before and after the difference.
  private static let context = 2

  private enum Line {
    case same(Substring), removed(Substring), added(Substring)
  }

  /// The hunk; empty when the texts are equal.
  let lines: [String]

  init(from old: String, to new: String) {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    let all = Self.merge(before, after)
    let isChange = all.map { if case .same = $0 { false } else { true } }
    guard let first = isChange.firstIndex(of: true), let last = isChange.lastIndex(of: true) else {
      lines = []
      return
    }
    let start = max(0, first - Self.context)
    let shown = all[start...min(all.count - 1, last + Self.context)]
    let removed = shown.filter { if case .added = $0 { false } else { true } }.count
    let added = shown.filter { if case .removed = $0 { false } else { true } }.count
    lines =
      ["@@ -\(start + 1),\(removed) +\(start + 1),\(added) @@"]
      + shown.map { line in
        switch line {
        case .same(let text): " \(text)"
        case .removed(let text): "-\(text)"
        case .added(let text): "+\(text)"
        }
      }
  }

  private static func merge(_ before: [Substring], _ after: [Substring]) -> [Line] {
    let difference = after.difference(from: before)
    let removed = Set(difference.removals.map(\.offset))
    let added = Set(difference.insertions.map(\.offset))
    var lines: [Line] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if old < before.count, removed.contains(old) {
        lines.append(.removed(before[old]))
        old += 1
      } else if new < after.count, added.contains(new) {
        lines.append(.added(after[new]))
        new += 1
      } else {
        lines.append(.same(before[old]))
        old += 1
        new += 1
      }
    }
    return lines
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
