// wrong: rounds down, so that the last numbers belong to nobody
// rejected by: the sum does not depend on the number of parts as wrong

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let length = numbers.count / parts
  return await withTaskGroup { group in
    for part in 0..<parts {
      group.addTask { await add(numbers[part * length..<(part + 1) * length]) }
    }
    return await group.reduce(0, +)
  }
}
