// wrong: a square that finds no room in the buffer is lost
// rejected by: every number gives one square as wrong
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
  let results = Channel<Int>(capacity: workers)
  let crew = Task {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          for await number in queue { _ = results.trySend(await square(number)) }
        }
      }
    }
    results.close()
  }
  var squares: [Int] = []
  for await ready in results { squares.append(ready) }
  await crew.value
  return squares
}
