// right: workers that share one iterator behind a lock

internal import Synchronization

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let source = Mutex(crates.makeIterator())
  return await withTaskGroup(of: Int.self) { group in
    for _ in 0..<limit {
      group.addTask {
        var total = 0
        while let crate = source.withLock({ $0.next() }) { total += await weigh(crate) }
        return total
      }
    }
    return await group.reduce(0, +)
  }
}
