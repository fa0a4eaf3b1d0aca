public import Channels

/// Sends `numbers` in order, and closes the channel after the last one.
///
///     generate(7, 8)   // 7, 8, then closed
///
/// - Parameter numbers: The numbers to send.
/// - Returns: The channel to read the numbers from; the function returns it at once and sends in
///   the background.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  // A separate task sends, because the function returns before anybody reads. Nobody waits for this
  // task: it ends only when somebody has read all of its numbers (7.2 is about that).
  Task {
    for number in numbers {
      await output.send(number)
    }
    output.close()
  }

  return output.receiveOnly
}

/// Sends the squares of `input`, in order, and closes the channel after the last one.
///
/// Each square is sent before the next number is taken: a stage holds nothing back.
///
///     square(generate(7, 8))   // 49, 64, then closed
///
/// - Parameter input: The channel to receive from; some numbers may arrive late.
/// - Returns: The channel to read the squares from; the function returns it at once and squares in
///   the background.
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

/// Adds up the numbers from `input` until it is closed.
///
///     await sum(square(generate(7, 8)))   // 113
///
/// - Parameter input: The channel to receive from.
/// - Returns: The sum of the numbers; 0 if there are none.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  // The last stage starts nothing. An `async` function that returns a value is what Go writes as a
  // channel with one value in it.
  var total = 0
  for await number in input {
    total += number
  }
  return total
}
