// wrong: one task sends the squares, so that sending and squaring take turns
// rejected by: it returns when both stages have ended as wrong
public import Channels

/// A variant of 7.2.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let squares = Channel<Int>()
  async let a: Void = {
    for n in numbers { if await !squares.send(n * n) { break } }; squares.close()
  }()
  return try await reader(squares.receiveOnly)
}
