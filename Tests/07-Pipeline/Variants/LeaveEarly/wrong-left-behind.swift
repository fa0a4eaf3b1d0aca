// wrong: nobody tells the stages that the reader has left
// rejected by: leaving early leaves nothing behind as leaked

public import Channels

/// Lets `reader` read the squares of `numbers`.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let inputs = Channel<Int>()
  let squares = Channel<Int>()
  Task {
    for number in numbers { await inputs.send(number) }
    inputs.close()
  }
  Task {
    for await number in inputs { await squares.send(number * number) }
    squares.close()
  }
  return try await reader(squares.receiveOnly)
}
