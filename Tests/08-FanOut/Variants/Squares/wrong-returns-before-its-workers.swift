// wrong: returns while its workers are still there
// rejected by: a slow number holds up no other as leaked
import Channels

/// Squares numbers with several workers at once, and returns the squares in any order.
///
/// The workers share the numbers, and a free worker takes the next one. So all workers are busy
/// while numbers wait, and a slow number does not hold up the others. At most `workers` numbers are
/// being squared at once.
///
/// Returns as soon as the last square is ready. A number that appears twice is squared twice. What
/// happens when the caller is cancelled is up to you.
///
///     await squares(of: [9, 10, 11], workers: 2) { await multiply($0, $0) }   // 100, 81, 121
///
/// - Parameters:
///   - numbers: The numbers to square; there may be fewer numbers than workers, or none.
///   - workers: How many numbers are squared at the same time; at least one.
///   - square: Squares one number, and may take a while; called once for each number.
/// - Returns: One square for each number, in any order.
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
      // What a worker tidies up when no number is left.
      try? await Task.sleep(for: .seconds(1))
    }
  }
  var squares: [Int] = []
  while squares.count < numbers.count, let ready = await results.receive() {
    squares.append(ready)
  }
  return squares
}
