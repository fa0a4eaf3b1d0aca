// right: raw tasks, each with the argument of a closure

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  let tasks = (1...count).map { number in Task { await stamp(number) } }
  for task in tasks { await task.value }
}
