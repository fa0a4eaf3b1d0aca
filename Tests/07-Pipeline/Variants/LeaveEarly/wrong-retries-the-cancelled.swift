// wrong: calls the reader again when it throws a `CancellationError`
// rejected by: leaving with an error leaves nothing behind as wrong
public import Channels

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
      squares.close()
    }
    defer { group.cancelAll() }
    do { return try await reader(squares.receiveOnly) } catch is CancellationError {
      return try await reader(squares.receiveOnly)
    }
  }
}
