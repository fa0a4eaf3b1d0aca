import Channels

/// Squares numbers with several workers at the same time, and returns the squares in any order.
///
/// The workers share the numbers, and a free worker takes the next one. So all workers are busy
/// while numbers wait, and a slow number does not hold up the others. At most `workers` numbers are
/// being squared at the same time.
///
/// Returns as soon as the last square is ready; without numbers, at once. A number that appears
/// twice is squared twice. Nothing that you start outlives the call. If the caller is cancelled,
/// none of this has to hold.
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
  // TODO(8.3): How do the numbers reach the workers, and how do all squares come back to you?
  return []
}
