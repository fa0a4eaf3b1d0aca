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
    await withTaskGroup { group in
      for await number in input {
        group.addTask { _ = await output.send(number * number) }
      }
    }
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
