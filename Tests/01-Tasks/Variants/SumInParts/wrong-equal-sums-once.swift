// wrong: counts equal sums of two parts once
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
    var sums = Set<Int>()
    for await s in g { sums.insert(s) }
    return sums.reduce(0, +)
  }
}
