// wrong: one task does all the work
// rejected by: all parts are added up at once as wrong

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  await Task { await add(numbers[...]) }.value
}
