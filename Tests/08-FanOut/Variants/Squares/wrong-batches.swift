// wrong: waits for a whole batch before the next one begins
// rejected by: a slow number holds up no other as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  var squares: [Int] = []
  for start in stride(from: 0, to: numbers.count, by: workers) {
    let batch = numbers[start..<min(start + workers, numbers.count)]
    squares += await withTaskGroup(of: Int.self) { group in
      for number in batch { group.addTask { await square(number) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
  return squares
}
