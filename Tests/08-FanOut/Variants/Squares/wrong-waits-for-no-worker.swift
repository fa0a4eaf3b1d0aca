// wrong: receives all squares, but waits for no worker to end
// rejected by: a slow number holds up no other as leaked
internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers { await queue.send(number) }
  queue.close()
  let results = Channel<Int>(capacity: numbers.count)
  for _ in 0..<workers {
    Task {
      for await number in queue { await results.send(await square(number)) }
    }
  }
  var squares: [Int] = []
  while squares.count < numbers.count, let ready = await results.receive() {
    squares.append(ready)
  }
  return squares
}
