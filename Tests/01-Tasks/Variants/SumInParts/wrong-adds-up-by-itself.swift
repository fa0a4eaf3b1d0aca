// wrong: calls `add`, but returns a sum of its own
// rejected by: the sum does not depend on the number of parts as wrong
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let length = (numbers.count + parts - 1) / parts

  await withTaskGroup { group in
    for start in stride(from: 0, to: numbers.count, by: max(length, 1)) {
      let end = min(start + length, numbers.count)
      group.addTask { _ = await add(numbers[start..<end]) }
    }
  }

  return numbers.reduce(0, +)
}
