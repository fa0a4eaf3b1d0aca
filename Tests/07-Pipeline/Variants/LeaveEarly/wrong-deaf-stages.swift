// wrong: the stages do not look whether their sends succeed
// rejected by: endless numbers stop with the reader as stuck

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
      for number in numbers { await inputs.send(number) }
      inputs.close()
    }
    group.addTask {
      for await number in inputs { await squares.send(number * number) }
      squares.close()
    }
    defer { group.cancelAll() }
    return try await reader(squares.receiveOnly)
  }
}
