// wrong: squares each number twice, and takes the second square
// rejected by: every number gives one square as wrong

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
  for await result in merge(
    fanOut(
      queue.receiveOnly, workers: workers,
      work: {
        _ = await square($0)
        return await square($0)
      }))
  {
    squares.append(result)
  }
  return squares
}
