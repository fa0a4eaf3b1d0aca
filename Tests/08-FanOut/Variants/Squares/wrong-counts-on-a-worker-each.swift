// wrong: waits for one square from each worker, although some have none
// rejected by: more workers than numbers do no harm as deadlocked

internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers { await queue.send(number) }
  queue.close()
  let results = Channel<Int>()
  for _ in 0..<workers {
    Task {
      for await number in queue { await results.send(await square(number)) }
    }
  }
  var squares: [Int] = []
  for _ in 0..<max(workers, numbers.count) {
    if let result = await results.receive() { squares.append(result) }
  }
  return squares
}
