// wrong: squares all numbers at once, whatever the number of workers
// rejected by: three workers are at work at once as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: Int.self) { group in
    for number in numbers { group.addTask { await square(number) } }
    return await group.reduce(into: []) { $0.append($1) }
  }
}
