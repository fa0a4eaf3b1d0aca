// right: each worker returns what it has squared

internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers { await queue.send(number) }
  queue.close()
  return await withTaskGroup(of: [Int].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var mine: [Int] = []
        for await number in queue { mine.append(await square(number)) }
        return mine
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
}
