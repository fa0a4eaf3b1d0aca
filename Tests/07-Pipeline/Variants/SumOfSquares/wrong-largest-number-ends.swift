// wrong: the sum ends at the largest number
// rejected by: sum adds up all there is as wrong

public import Channels

/// Sends `numbers` in order, and closes the channel after the last one.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    for number in numbers {
      await output.send(number)
    }
    output.close()
  }

  return output.receiveOnly
}

/// Sends the squares of `input`, in order, and closes the channel after the last one.
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

/// Adds up the numbers from `input` until it is closed.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  var total = 0
  for await number in input {
    if number == .max { break }
    total += number
  }
  return total
}
