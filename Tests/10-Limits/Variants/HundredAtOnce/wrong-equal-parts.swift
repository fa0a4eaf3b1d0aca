// wrong: deals the crates out in advance to workers
// rejected by: a free place is taken at once as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    let all = Array(crates)
    for worker in 0..<limit {
      group.addTask {
        var total = 0
        for index in stride(from: worker, to: all.count, by: limit) {
          total += await weigh(all[index])
        }
        return total
      }
    }
    return await group.reduce(0, +)
  }
}
