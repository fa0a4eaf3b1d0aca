// wrong: takes the next number while a square waits to be sent
// rejected by: a square is sent before the next number is taken as wrong
public import Channels

/// A variant of 7.1.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    for number in numbers { await output.send(number) }
    output.close()
  }
  return output.receiveOnly
}

/// The second stage.
public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var next = await input.receive()
    while let number = next {
      async let following = input.receive()
      await output.send(number * number)
      next = await following
    }
    output.close()
  }
  return output.receiveOnly
}

/// The end.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  var total = 0
  for await number in input { total += number }
  return total
}
