// wrong: cancels both stages and does not wait until they have ended
// rejected by: leaving with an error leaves nothing behind as wrong
public import Channels

/// A variant of 7.2.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let squares = Channel<Int>()
  let feed = Channel<Int>()
  let a = Task {
    for n in numbers { if await !feed.send(n) { return } }; feed.close()
  }
  let b = Task {
    for await n in feed { if await !squares.send(n * n) { return } }; squares.close()
  }
  defer { a.cancel(); b.cancel() }
  return try await reader(squares.receiveOnly)
}
