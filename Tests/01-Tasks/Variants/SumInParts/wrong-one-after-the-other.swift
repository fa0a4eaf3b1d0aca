// wrong: parts, but one after the other
// rejected by: all parts are added up at once as wrong

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let bounds = (0...parts).map { $0 * numbers.count / parts }
  var sum = 0
  for (start, end) in zip(bounds, bounds.dropFirst()) {
    sum += await add(numbers[start..<end])
  }
  return sum
}
