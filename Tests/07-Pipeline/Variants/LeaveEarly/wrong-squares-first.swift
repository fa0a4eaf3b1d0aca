// wrong: squares a thousand numbers before the reader begins
// rejected by: numbers are taken while the reader reads as wrong
public import Channels

/// A variant of 7.2.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let squares = Channel<Int>()
  var all: [Int] = []
  for n in numbers { all.append(n * n); if all.count == 1000 { break } }
  let copy = all
  async let a: Void = {
    for n in copy { if await !squares.send(n) { break } }; squares.close()
  }()
  return try await reader(squares.receiveOnly)
}
