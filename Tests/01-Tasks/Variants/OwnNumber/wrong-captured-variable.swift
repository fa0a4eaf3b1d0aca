// wrong: captures the loop's variable, as the Go notes warn; the compiler forbids it
// rejected by: each crate has a number of its own as rejected

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  await withTaskGroup { group in
    var number = 1
    while number <= count {
      group.addTask { await stamp(number) }
      number += 1
    }
  }
}
