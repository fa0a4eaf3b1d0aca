// wrong: adds up 64 parts at the same time, and lets the next one wait
// rejected by: all parts are added up at once as wrong
public func sum(
  _ numbers: [Int], parts: Int, add: @escaping @Sendable (ArraySlice<Int>) async -> Int
) async -> Int {
  let length = (numbers.count + parts - 1) / parts

  return await withTaskGroup { group in
    var (total, begun) = (0, 0)
    for start in stride(from: 0, to: numbers.count, by: max(length, 1)) {
      let end = min(start + length, numbers.count)
      begun += 1
      if begun > 64 { total += await group.next() ?? 0 }
      group.addTask { await add(numbers[start..<end]) }
    }

    return await group.reduce(total, +)
  }
}
