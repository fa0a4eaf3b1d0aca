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

  // TODO(7.1): Fill three holes. Who sends here, if the function must not wait for a reader?

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

  // The second hole: how does the next stage learn that there will be no more squares?

  return output.receiveOnly
}

/// Adds up the numbers from `input` until it is closed.
///
///     await sum(square(generate(7, 8)))   // 113
///
/// - Parameter input: The channel to receive from.
/// - Returns: The sum of the numbers; 0 if there are none.
public func sum(_ input: ReceiveChannel<Int>) async -> Int {
  // The third hole: which loop ends when its channel is closed?
  return -1
}
