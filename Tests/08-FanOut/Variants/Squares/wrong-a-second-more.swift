// wrong: sleeps to be sure that the last square is there
// rejected by: a slow number holds up no other as wrong

internal import Channels

/// Squares numbers with several workers at once, and returns the squares in any order.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers {
    await queue.send(number)
  }
  queue.close()

  var squares: [Int] = []
  for await result in merge(fanOut(queue.receiveOnly, workers: workers, work: square)) {
    squares.append(result)
  }
  try? await Task.sleep(for: .seconds(1))
  return squares
}
