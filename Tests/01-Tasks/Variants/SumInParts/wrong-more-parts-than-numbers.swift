// wrong: steps of length 0 when there are more parts than numbers
// rejected by: there may be more parts than numbers as crashed

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let length = numbers.count / parts
  return await withTaskGroup { group in
    for start in stride(from: 0, to: numbers.count, by: length) {
      group.addTask { await add(numbers[start..<min(start + length, numbers.count)]) }
    }
    return await group.reduce(0, +)
  }
}
