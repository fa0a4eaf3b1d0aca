public import Channels

/// Lets `reader` read the squares of `numbers`, in order, for as long as it wants.
///
/// One stage sends the numbers and another one squares them, each in its own task, while `reader`
/// reads. At any time, the number of elements taken from `numbers` is at most the number of squares
/// that `reader` has received, plus twenty. The channel closes after the last square. `reader` may
/// leave early, by returning or by throwing, and `numbers` may be endless. When this function
/// returns or throws, both stages have ended.
///
///     // 1 + 4 + 9 + 16, then the pipeline stops
///     let sum = try await withSquares(of: 1...) { squares in
///       await squares.prefix(4).reduce(0, +)
///     }
///
/// - Parameters:
///   - numbers: The numbers to square; `1...` is endless.
///   - reader: Reads all of the squares or only some of them.
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
        // `false` means that the task was cancelled and nobody reads any longer. A loop that
        // ignores it never ends when `numbers` is endless.
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
