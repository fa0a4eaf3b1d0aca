// right: `async let`, by recursion: each call is one worker

internal import Channels

/// Squares numbers with several workers at once.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers { _ = queue.trySend(number) }
  queue.close()
  return await pool(of: min(workers, numbers.count), queue, square)
}

private func pool(
  of size: Int, _ queue: Channel<Int>, _ square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  if size == 0 { return [] }
  async let others = pool(of: size - 1, queue, square)
  var squares: [Int] = []
  for await number in queue { squares.append(await square(number)) }
  return await squares + others
}
