// wrong: gives each worker an equal part of the numbers
// rejected by: a slow number holds up no other as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  await withTaskGroup(of: [Int].self) { group in
    for worker in 0..<workers {
      group.addTask {
        var part: [Int] = []
        for index in stride(from: worker, to: numbers.count, by: workers) {
          part.append(await square(numbers[index]))
        }
        return part
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
}
