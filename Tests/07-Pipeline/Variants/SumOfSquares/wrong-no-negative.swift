// wrong: adds nothing below zero
// rejected by: sum adds up all there is as wrong
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
    for await number in input { await output.send(number * number) }
    output.close()
  }
  return output.receiveOnly
}

/// The end.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  var total = 0
  for await number in input { if number > 0 { total += number } }
  return total
}
