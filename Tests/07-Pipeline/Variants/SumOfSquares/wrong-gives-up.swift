// wrong: takes an hour without a number for the end
// rejected by: a square does not wait for the next number as deadlocked
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
    while let number: Int = await select({
      Receive(from: input)
      After(.seconds(3_600)) { nil }
    }) { await output.send(number * number) }
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
