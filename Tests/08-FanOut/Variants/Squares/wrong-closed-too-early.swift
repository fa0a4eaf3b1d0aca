// wrong: closes the results when the numbers are handed out
// rejected by: every number gives one square as wrong

internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>()
  let results = Channel<Int>(capacity: numbers.count)
  for _ in 0..<workers {
    Task {
      for await number in queue { await results.send(await square(number)) }
    }
  }
  for number in numbers { await queue.send(number) }
  queue.close()
  results.close()
  var squares: [Int] = []
  for await result in results { squares.append(result) }
  return squares
}
