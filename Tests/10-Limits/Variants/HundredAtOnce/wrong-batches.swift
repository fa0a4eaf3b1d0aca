// wrong: waits until every crate of a batch is weighed
// rejected by: a free place is taken at once as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  var total = 0
  var batch: [Int] = []
  for crate in crates {
    batch.append(crate)
    if batch.count == limit {
      total += await weighTogether(batch, weigh)
      batch = []
    }
  }
  return total + (await weighTogether(batch, weigh))
}

private func weighTogether(
  _ batch: [Int], _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    for crate in batch {
      group.addTask { await weigh(crate) }
    }
    return await group.reduce(0, +)
  }
}
