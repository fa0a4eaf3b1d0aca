// wrong: waits for whole batches, and forgets the last one
// rejected by: every crate is weighed once, and the total is right as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  var total = 0
  var batch: [Int] = []
  for crate in crates {
    batch.append(crate)
    guard batch.count == limit else { continue }
    total += await withTaskGroup(of: Int.self) { group in
      for crate in batch {
        group.addTask { await weigh(crate) }
      }
      return await group.reduce(0, +)
    }
    batch = []
  }
  return total
}
