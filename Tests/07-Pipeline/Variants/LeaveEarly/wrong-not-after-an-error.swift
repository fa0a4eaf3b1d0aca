// wrong: stops the stages when the reader returns, and forgets that it may throw
// rejected by: leaving with an error leaves nothing behind as wrong

public import Channels

/// Lets `reader` read the squares of `numbers`.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let inputs = Channel<Int>()
  let squares = Channel<Int>()
  let generating = Task {
    for number in numbers {
      guard await inputs.send(number) else { return }
    }
    inputs.close()
  }
  let squaring = Task {
    for await number in inputs {
      guard await squares.send(number * number) else { return }
    }
    squares.close()
  }
  let result = try await reader(squares.receiveOnly)
  generating.cancel()
  squaring.cancel()
  await generating.value
  await squaring.value
  return result
}
