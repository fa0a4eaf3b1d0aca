// wrong: takes the first number for all of them
// rejected by: the squares of 1 to 5 make 55 as wrong

public import Channels

/// Sends `numbers`, then closes.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    for number in numbers { await output.send(number) }
    output.close()
  }
  return output.receiveOnly
}

/// Sends the squares of `input`, then closes.
public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    for await number in input { await output.send(number * number) }
    output.close()
  }
  return output.receiveOnly
}

/// Adds up `input`.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  await input.receive() ?? 0
}
