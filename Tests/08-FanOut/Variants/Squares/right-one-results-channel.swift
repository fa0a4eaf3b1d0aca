// right: one channel for all results, as many as there are numbers

internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>()
  let results = Channel<Int>()
  let crew = WaitGroup()
  for _ in 0..<workers {
    crew.add()
    Task {
      defer { crew.done() }
      for await number in queue { await results.send(await square(number)) }
    }
  }
  Task {
    for number in numbers { await queue.send(number) }
    queue.close()
  }
  var squares: [Int] = []
  for _ in numbers {
    if let result = await results.receive() { squares.append(result) }
  }
  await crew.wait()
  return squares
}
