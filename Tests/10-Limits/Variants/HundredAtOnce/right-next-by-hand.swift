// right: asks the iterator by hand, when there is a place

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  var source = crates.makeIterator()
  return await withTaskGroup(of: Int.self) { group in
    var total = 0
    for _ in 0..<limit {
      guard let crate = source.next() else { break }
      group.addTask { await weigh(crate) }
    }
    while let weight = await group.next() {
      total += weight
      if let crate = source.next() { group.addTask { await weigh(crate) } }
    }
    return total
  }
}
