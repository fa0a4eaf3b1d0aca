// wrong: takes a number for each worker, although there may be fewer
// rejected by: more workers than numbers do no harm as crashed

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: Int.self) { group in
    for index in 0..<workers {
      let number = numbers[index]
      group.addTask { await square(number) }
    }
    var next = workers
    var squares: [Int] = []
    for await result in group {
      squares.append(result)
      if next < numbers.count {
        let number = numbers[next]
        group.addTask { await square(number) }
        next += 1
      }
    }
    return squares
  }
}
