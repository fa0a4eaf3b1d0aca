// right: a group that starts no further number when the caller is cancelled

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: Int.self) { group in
    var waiting = numbers[...]
    for _ in 0..<min(workers, numbers.count) {
      let number = waiting.removeFirst()
      group.addTask { await square(number) }
    }
    var squares: [Int] = []
    for await result in group {
      squares.append(result)
      if let number = waiting.first,
        group.addTaskUnlessCancelled(operation: { await square(number) })
      {
        waiting.removeFirst()
      }
    }
    return squares
  }
}
