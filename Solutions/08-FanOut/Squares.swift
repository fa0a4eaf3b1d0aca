internal import Channels

/// Squares numbers with several workers at once, and returns the squares in any order.
///
/// The workers share the numbers, and a worker that is free takes the next one. So all workers are
/// busy while numbers wait, and a slow number holds up no other. At most `workers` numbers are in
/// work at once.
///
/// Returns as soon as the last square is there. A number that comes twice is squared twice. What
/// happens when the caller is cancelled is up to you.
///
///     await squares(of: [9, 10, 11], workers: 2) { await multiply($0, $0) }   // 100, 81, 121
///
/// - Parameters:
///   - numbers: What to square; there may be fewer of them than workers, or none.
///   - workers: How many numbers are squared at the same time; at least one.
///   - square: Squares one number, and may take a while; called once for each number.
/// - Returns: One square for each number, in any order.
public func squares(
  of numbers: [Int], workers: Int, square: @escaping @Sendable (Int) async -> Int
) async -> [Int] {
  // The queue has room for all numbers, so nothing waits here, and it can be closed at once.
  let queue = Channel<Int>(capacity: numbers.count)
  for number in numbers {
    await queue.send(number)
  }
  queue.close()

  // Out to the workers and in again. The loop ends when the merged channel closes, and that is
  // after the last square. Counting eight squares instead, as without a close, breaks when there
  // are nine.
  var squares: [Int] = []
  for await result in merge(fanOut(queue.receiveOnly, workers: workers, work: square)) {
    squares.append(result)
  }
  return squares
}
