// wrong: waits for a first number for a second, even if there are none
// rejected by: every number gives one square as wrong

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  if numbers.isEmpty { try? await Task.sleep(for: .seconds(1)) }
  return await withTaskGroup(of: Int.self) { group in
    var squares: [Int] = []
    for (index, number) in numbers.enumerated() {
      if index >= workers, let ready = await group.next() { squares.append(ready) }
      group.addTask { await square(number) }
    }
    for await ready in group { squares.append(ready) }
    return squares
  }
}
