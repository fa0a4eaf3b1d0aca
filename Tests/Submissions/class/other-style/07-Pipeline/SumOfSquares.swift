public import Channels

/// Sends `numbers`, then closes.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>(capacity: numbers.count)
  for number in numbers { _ = output.trySend(number) }
  output.close()
  return output.receiveOnly
}

/// Sends the squares of `input`, then closes.
public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    defer { output.close() }
    for await square in input.map({ $0 * $0 }) { await output.send(square) }
  }
  return output.receiveOnly
}

/// Adds up `input`.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  await input.reduce(0, +)
}
