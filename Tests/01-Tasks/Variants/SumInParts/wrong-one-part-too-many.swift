// wrong: makes a part of its own of one number that is left over
// rejected by: all parts are added up at once as wrong
/// A variant of 1.6.
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  return await withTaskGroup(of: Int.self) { g in
    let size = max(1, (numbers.count + parts - 2) / parts)
    for a in stride(from: 0, to: numbers.count, by: size) {
      g.addTask { await add(numbers[a..<min(a + size, numbers.count)]) }
    }
    return await g.reduce(0, +)
  }
}
