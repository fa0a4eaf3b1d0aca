// wrong: starts a crate before it waits for a place
// rejected by: never more than the limit at once, and every place is used as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    var total = 0
    for (index, crate) in crates.enumerated() {
      group.addTask { await weigh(crate) }
      if index >= limit { total += await group.next() ?? 0 }
    }
    return await group.reduce(total, +)
  }
}
