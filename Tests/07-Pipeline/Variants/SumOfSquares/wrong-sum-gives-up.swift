// wrong: the sum ends when no number has come for five seconds
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

public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    for await number in input { await output.send(number * number) }
    output.close()
  }

  return output.receiveOnly
}

public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  var sum = 0
  var isOpen = true
  while isOpen {
    await select {
      Receive(from: input) { number in
        if let number { sum += number } else { isOpen = false }
      }
      After(.seconds(5)) { isOpen = false }
    }
  }
  return sum
}
