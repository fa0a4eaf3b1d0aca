// right: bounds that are spread evenly, and raw tasks

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let bounds = (0...parts).map { $0 * numbers.count / parts }
  let tasks = zip(bounds, bounds.dropFirst()).map { start, end in
    Task { await add(numbers[start..<end]) }
  }
  var sum = 0
  for task in tasks { sum += await task.value }
  return sum
}
