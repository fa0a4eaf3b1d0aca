public import Channels

/// Lets `reader` read the squares of `numbers`.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let inputs = Channel<Int>(capacity: 1)
  let squares = Channel<Int>(capacity: 1)
  async let _: Void = {
    for number in numbers {
      guard await inputs.send(number) else { return }
    }
    inputs.close()
  }()
  async let _: Void = {
    while let number = await inputs.receive() {
      guard await squares.send(number * number) else { return }
    }
    squares.close()
  }()
  return try await reader(squares.receiveOnly)
}
