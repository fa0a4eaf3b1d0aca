// wrong: keeps the squares by their numbers, so that equal ones count once
// rejected by: every number gives one square as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: (Int, Int).self) { group in
    var squares: [Int: Int] = [:]
    for (index, number) in numbers.enumerated() {
      if index >= workers, let (number, result) = await group.next() { squares[number] = result }
      group.addTask { (number, await square(number)) }
    }
    for await (number, result) in group { squares[number] = result }
    return Array(squares.values)
  }
}
