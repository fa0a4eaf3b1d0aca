// wrong: squares everything before it sends anything
// rejected by: a square does not wait for the next number as wrong

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
    var squares: [Int] = []
    for await number in input { squares.append(number * number) }
    for square in squares { await output.send(square) }
    output.close()
  }
  return output.receiveOnly
}

/// Adds up `input`.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  var total = 0
  for await number in input { total += number }
  return total
}
