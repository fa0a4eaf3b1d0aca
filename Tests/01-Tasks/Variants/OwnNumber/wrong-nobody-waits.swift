// wrong: the right numbers, and nobody waits until the stamps are dry
// rejected by: all crates are stamped at once as wrong

/// Stamps the crates 1, 2, … up to `count`, each with its own number.
public func stampCrates(
  _ count: Int, stamp: @escaping @Sendable (Int) async -> Void
) async {
  for number in 1...count {
    Task { await stamp(number) }
  }
}
