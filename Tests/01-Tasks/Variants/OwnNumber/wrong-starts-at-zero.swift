// wrong: counts from 0, as arrays do
// rejected by: each crate has a number of its own as wrong

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  await withTaskGroup { group in
    for number in 0..<count {
      group.addTask { await stamp(number) }
    }
  }
}
