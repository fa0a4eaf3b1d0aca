// right: a channel that is closed when the reader leaves, as in Go before contexts

public import Channels

/// Lets `reader` read the squares of `numbers`.
public func withSquares<Result: Sendable>(
  of numbers: some Sequence<Int> & Sendable,
  _ reader: (ReceiveChannel<Int>) async throws -> Result
) async throws -> Result {
  let done = Channel<Void>()
  let inputs = Channel<Int>()
  let squares = Channel<Int>()
  let stages = WaitGroup()
  stages.add(2)
  Task {
    defer { stages.done() }
    for number in numbers {
      let isWanted = await select {
        Send(number, to: inputs) { true }
        Receive(from: done) { _ in false }
      }
      if !isWanted { return }
    }
    inputs.close()
  }
  Task {
    defer { stages.done() }
    while true {
      let number = await select {
        Receive(from: inputs) { $0 }
        Receive(from: done) { _ in Int?.none }
      }
      guard let number else { break }
      let isWanted = await select {
        Send(number * number, to: squares) { true }
        Receive(from: done) { _ in false }
      }
      if !isWanted { return }
    }
    squares.close()
  }
  do {
    let result = try await reader(squares.receiveOnly)
    done.close()
    await stages.wait()
    return result
  } catch {
    done.close()
    await stages.wait()
    throw error
  }
}
