// wrong: a crate of -1 is the end
// rejected by: every crate is weighed once, and the total is right as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    var total = 0
    var running = 0
    for crate in crates {
      if crate == -1 { break }
      if running == limit {
        total += await group.next() ?? 0
        running -= 1
      }
      group.addTask { await weigh(crate) }
      running += 1
    }
    return await group.reduce(total, +)
  }
}
