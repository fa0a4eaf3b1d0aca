// wrong: sends the last number first
// rejected by: generate sends its numbers and closes as wrong

public import Channels

/// Sends `numbers` in their order, and closes the channel after the last.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    for number in numbers.reversed() {
      await output.send(number)
    }
    output.close()
  }

  return output.receiveOnly
}

/// Sends the squares of `input`, in their order, and closes the channel after the last.
public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    for await number in input {
      await output.send(number * number)
    }
    output.close()
  }

  return output.receiveOnly
}

/// Adds up the numbers of `input` until it is closed.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  var total = 0
  for await number in input {
    total += number
  }
  return total
}
