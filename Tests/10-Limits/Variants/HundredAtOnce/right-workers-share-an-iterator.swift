// right: workers that share one iterator in an actor

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let source = Source(crates.makeIterator())
  return await withTaskGroup(of: Int.self) { group in
    for _ in 0..<limit {
      group.addTask {
        var total = 0
        while let crate = await source.next() { total += await weigh(crate) }
        return total
      }
    }
    return await group.reduce(0, +)
  }
}

private actor Source<Crates: IteratorProtocol<Int>> {
  private var crates: Crates

  init(_ crates: sending Crates) { self.crates = crates }

  func next() -> Int? { crates.next() }
}
