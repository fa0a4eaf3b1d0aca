// wrong: ends its workers with the smallest number
// rejected by: every number gives one square as wrong

import Channels
import Synchronization

/// A variant of 8.3.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count + workers)
  for number in numbers { await queue.send(number) }
  for _ in 0..<workers { await queue.send(.min) }
  return await withTaskGroup(of: [Int].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var mine: [Int] = []
        while let number = await queue.receive(), number != .min {
          mine.append(await square(number))
        }
        return mine
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
}
