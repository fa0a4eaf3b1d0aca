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
  let inputs = Channel<Int>()
  let squares = Channel<Int>()
  return try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for number in numbers {
        // `false`: cancelled, and nobody will read any more. A loop that goes on regardless never
        // ends when `numbers` does not.
        guard await inputs.send(number) else { return }
      }
      inputs.close()
    }
    group.addTask {
      for await number in inputs {
        guard await squares.send(number * number) else { return }
      }
      squares.close()
    }
    // However the reader leaves, by `return` or by `throw`, the stages are cancelled; the group
    // waits for its children before it goes on.
    defer { group.cancelAll() }
    return try await reader(squares.receiveOnly)
  }
}
