public import Channels

/// Merges sorted inputs into one sorted output.
///
/// The elements of each input never get smaller, and neither do the elements of the output. Every
/// element arrives, and equal elements arrive as often as they were sent.
///
/// The output never waits longer than necessary: once every input has either delivered its next
/// element or closed, the smallest of these elements is sent at once. It does not matter whether it
/// waits for the inputs at the same time or for one after the other.
///
/// The merge holds an element from the moment it receives it from an input until the reader
/// receives it from the output. No matter how long the inputs are, it never holds more than twice
/// as many elements as there are inputs.
///
/// The output closes as soon as every input is closed and the reader has received the last element.
/// If there are no inputs, it closes at once. Nothing that you start goes on after the output
/// closes.
///
///     mergeSorted([north, south])   // north: 10, 40; south: 20, 30, 50
///     // 10, 20, 30, 40, 50, then closed
///
/// - Parameter inputs: The channels to merge, all different, each in ascending order; their senders
///   close them.
/// - Returns: The output; the function returns it at once and merges in the background.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  // TODO(8.6): What must you know about every input before you may send a single element?

  return output.receiveOnly
}
