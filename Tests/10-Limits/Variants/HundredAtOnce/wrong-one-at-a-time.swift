// wrong: weighs one crate after the other
// rejected by: never more than the limit at once, and every place is used as wrong

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  var total = 0
  for crate in crates { total += await weigh(crate) }
  return total
}
