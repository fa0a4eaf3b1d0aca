// wrong: starts a task forevery crate, without a limit
// rejected by: never more than the limit at once, and every place is used as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    for crate in crates {
      group.addTask { await weigh(crate) }
    }
    return await group.reduce(0, +)
  }
}
