// right: a variable, and a capture list that copies it

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  await withTaskGroup { group in
    var number = 1
    while number <= count {
      group.addTask { [number] in await stamp(number) }
      number += 1
    }
  }
}
