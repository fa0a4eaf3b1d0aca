public import Channels

/// Sends `numbers` in their order, and closes the channel after the last.
///
///     generate(7, 8)   // 7, 8, then closed
///
/// - Parameter numbers: What to send.
/// - Returns: The channel to read them from, at once: the sending goes on by itself.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  // A task of its own sends, because the function returns before anybody reads. Nobody waits for
  // the task: it ends when its numbers are read to the last, and only then (that is 7.2).
  Task {
    for number in numbers {
      await output.send(number)
    }
    output.close()
  }

  return output.receiveOnly
}

/// Sends the square of each number of `input`, in their order, and closes the channel after the last.
///
/// A square is sent before the next number is taken: a stage keeps nothing back.
///
///     square(generate(7, 8))   // 49, 64, then closed
///
/// - Parameter input: Where the numbers come from, some of them late.
/// - Returns: The channel to read the squares from, at once: the squaring goes on by itself.
public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    for await number in input {
      await output.send(number * number)
    }
    // The end travels down the pipeline: `input` was closed, so this stage closes its own output.
    output.close()
  }

  return output.receiveOnly
}

/// Adds up the numbers of `input` until it is closed.
///
///     await sum(square(generate(7, 8)))   // 113
///
/// - Parameter input: Where the numbers come from.
/// - Returns: Their sum; 0 when there are none.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  // The last stage starts nothing. An `async` function that returns a value is what Go writes as a
  // channel with one value in it.
  var total = 0
  for await number in input {
    total += number
  }
  return total
}
