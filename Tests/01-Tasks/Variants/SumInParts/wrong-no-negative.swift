// wrong: a part whose sum is below zero does not count
// rejected by: the sum does not depend on the number of parts as wrong
/// A variant of 1.6.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  return await withTaskGroup(of: Int.self) { g in
    let size = (numbers.count + parts - 1) / parts
    for p in 0..<parts {
      let a = min(p * size, numbers.count), b = min(a + size, numbers.count)
      g.addTask { await add(numbers[a..<b]) }
    }
    return await g.reduce(0) { max($0, $0 + $1) }
  }
}
