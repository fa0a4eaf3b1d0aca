// wrong: calls the reader again when it has thrown
// rejected by: leaving with an error leaves nothing behind as wrong
public import Channels

/// A variant of 7.2.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let squares = Channel<Int>()
  let feed = Channel<Int>()
  async let a: Void = {
    for n in numbers { if await !feed.send(n) { break } }; feed.close()
  }()
  async let b: Void = {
    for await n in feed { if await !squares.send(n * n) { break } }; squares.close()
  }()
  do { return try await reader(squares.receiveOnly) } catch {
    return try await reader(squares.receiveOnly)
  }
}
