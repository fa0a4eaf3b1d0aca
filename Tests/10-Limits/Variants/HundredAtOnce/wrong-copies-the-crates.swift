// wrong: asks for all crates before it begins
// rejected by: crates are asked for when there is a place as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let all = Array(crates)
  return await withTaskGroup(of: Int.self) { group in
    var total = 0
    for (index, crate) in all.enumerated() {
      if index >= limit { total += await group.next() ?? 0 }
      group.addTask { await weigh(crate) }
    }
    return await group.reduce(total, +)
  }
}
