// wrong: a wide buffer takes a hundred numbers in advance
// rejected by: numbers are taken while the reader reads as wrong
public import Channels

/// A variant of 7.2.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let squares = Channel<Int>()
  let feed = Channel<Int>(capacity: 100)
  async let a: Void = {
    for n in numbers { if await !feed.send(n) { break } }; feed.close()
  }()
  async let b: Void = {
    for await n in feed { if await !squares.send(n * n) { break } }; squares.close()
  }()
  return try await reader(squares.receiveOnly)
}
