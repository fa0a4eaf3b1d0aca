// wrong: 64 workers work at the same time at most
// rejected by: three workers are at work at once as wrong
internal import Channels

public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers {
    await queue.send(number)
  }
  queue.close()

  var squares: [Int] = []
  for await result in merge(fanOut(queue.receiveOnly, workers: min(workers, 64), work: square)) {
    squares.append(result)
  }
  return squares
}
