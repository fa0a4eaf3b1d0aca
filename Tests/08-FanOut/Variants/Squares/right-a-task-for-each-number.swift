// right: a child for each number, a channel as a semaphore, and an actor that collects
import Channels

public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let places = Channel<Void>(capacity: min(workers, numbers.count))
  let ledger = Ledger()
  await withDiscardingTaskGroup { group in
    for number in numbers {
      group.addTask {
        guard await places.send(()) else { return }
        let result = await square(number)
        _ = places.tryReceive()
        await ledger.enter(result)
      }
    }
  }
  return await ledger.entries
}

private actor Ledger {
  var entries: [Int] = []
  func enter(_ entry: Int) { entries.append(entry) }
}
