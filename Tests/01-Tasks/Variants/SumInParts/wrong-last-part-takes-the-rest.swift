// wrong: rounds down, and the last part gets whatever is left
// rejected by: all parts are added up at once as wrong

/// Adds up `numbers` in parts, all of them at the same time.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let length = numbers.count / parts
  return await withTaskGroup { group in
    for part in 0..<parts {
      let end = part == parts - 1 ? numbers.count : (part + 1) * length
      group.addTask { await add(numbers[part * length..<end]) }
    }
    return await group.reduce(0, +)
  }
}
