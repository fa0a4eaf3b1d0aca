public import Channels

/// Sends `numbers` in their order, and closes the channel after the last.
///
///     generate(7, 8)   // 7, 8, then closed
///
/// - Parameter numbers: What to send.
/// - Returns: The channel to read them from, at once: the sending goes on by itself.
public func generate(_ numbers: Int...) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  // TODO(7.1): Fill three holes. Who sends here, when the function must not wait for a reader?

  return output.receiveOnly
}

/// Sends the squares of `input`, in their order, and closes the channel after the last.
///
/// A square is sent before the next number is taken: a stage keeps nothing back.
///
///     square(generate(7, 8))   // 49, 64, then closed
///
/// - Parameter input: Where the numbers come from, some of them late.
/// - Returns: The channel to read the squares from, at once: the squaring goes on by itself.
public func square(_ input: ReceiveChannel<Int>) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  // The second hole: how does the next stage learn that there will be no more squares?

  return output.receiveOnly
}

/// Adds up the numbers of `input` until it is closed.
///
///     await sum(square(generate(7, 8)))   // 113
///
/// - Parameter input: Where the numbers come from.
/// - Returns: Their sum; 0 when there are none.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  // The third hole: which loop ends together with its channel?
  return -1
}
