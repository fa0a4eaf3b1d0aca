// right: a task group that starts the next number when one has ended

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: Int.self) { group in
    var squares: [Int] = []
    for (index, number) in numbers.enumerated() {
      if index >= workers, let result = await group.next() { squares.append(result) }
      group.addTask { await square(number) }
    }
    for await result in group { squares.append(result) }
    return squares
  }
}
