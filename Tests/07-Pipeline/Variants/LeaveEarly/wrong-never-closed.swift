// wrong: does not close the squares after the last
// rejected by: the squares end with the numbers as deadlocked

public import Channels

/// Lets `reader` read the squares of `numbers`.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let inputs = Channel<Int>()
  let squares = Channel<Int>()
  return try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      for number in numbers {
        guard await inputs.send(number) else { return }
      }
      inputs.close()
    }
    group.addTask {
      for await number in inputs {
        guard await squares.send(number * number) else { return }
      }
    }
    defer { group.cancelAll() }
    return try await reader(squares.receiveOnly)
  }
}
