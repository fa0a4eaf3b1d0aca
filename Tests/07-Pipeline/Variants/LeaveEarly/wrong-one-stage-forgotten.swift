// wrong: tells only one of the stages that the reader has left
// rejected by: leaving early leaves nothing behind as deadlocked

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
  let result: Result
  do {
    result = try await reader(squares.receiveOnly)
  } catch {
    squaring.cancel()
    await squaring.value
    throw error
  }
  squaring.cancel()
  await squaring.value
  await generating.value
  return result
}
