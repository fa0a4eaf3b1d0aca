public import Channels

/// Lets `reader` read the squares of `numbers`, in their order, for as long as it likes.
///
/// One stage sends the numbers, another squares them, both while `reader` reads: no more than twenty
/// numbers are taken in advance. After the last square the channel is closed. `reader` may leave
/// early, by returning or by throwing, and `numbers` need not have an end. When this function returns
/// or throws, both stages have ended.
///
///     // 1 + 4 + 9 + 16, then the pipeline stops
///     let sum = try await withSquares(of: 1...) { squares in
///       await squares.prefix(4).reduce(0, +)
///     }
///
/// - Parameters:
///   - numbers: What to square; `1...` goes on forever.
///   - reader: Reads the squares, all or only some.
/// - Returns: What `reader` returns.
/// - Throws: What `reader` throws.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let squares = Channel<Int>()

  // TODO(7.2): Who tells both stages to stop when the reader leaves, and who waits until they have?
  squares.close()
  return try await reader(squares.receiveOnly)
}
