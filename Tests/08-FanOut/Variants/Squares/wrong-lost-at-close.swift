// wrong: stops reading when the numbers are handed out, and loses the last squares
// rejected by: every number gives one square as wrong

internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>()
  let results = Channel<Int>(capacity: numbers.count)
  let crew = (0..<workers).map { _ in
    Task {
      for await number in queue { await results.send(await square(number)) }
    }
  }
  for number in numbers { await queue.send(number) }
  queue.close()
  var squares: [Int] = []
  while case .element(let result) = results.tryReceive() { squares.append(result) }
  for worker in crew { await worker.value }
  return squares
}
