// wrong: counts one too many
// rejected by: three workers are at work at once as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: Int.self) { group in
    var squares: [Int] = []
    var running = 0
    for number in numbers {
      if running > workers, let result = await group.next() {
        squares.append(result)
        running -= 1
      }
      group.addTask { await square(number) }
      running += 1
    }
    for await result in group { squares.append(result) }
    return squares
  }
}
