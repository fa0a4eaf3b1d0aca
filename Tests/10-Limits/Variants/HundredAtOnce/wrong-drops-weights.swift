// wrong: does not add what `next` returns
// rejected by: every crate is weighed once, and the total is right as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    for (index, crate) in crates.enumerated() {
      if index >= limit { await group.next() }
      group.addTask { await weigh(crate) }
    }
    return await group.reduce(0, +)
  }
}
