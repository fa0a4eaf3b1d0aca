public import Channels

/// Merges any number of inputs into one output.
///
/// Every element is sent on as soon as it arrives, so a slow input does not hold up the others.
/// Elements of one input keep their order. While nobody reads the output, at most one element is
/// taken from each input.
///
/// The output closes as soon as every input is closed and the reader has received the last element.
/// If there are no inputs, it closes at once. Nothing that you start goes on after the output
/// closes.
///
///     merge([eastGate, westGate])   // carts as they come; closed when both gates are closed
///
/// - Parameter inputs: The channels to merge, all different; their senders close them.
/// - Returns: The output; the function returns it at once and merges in the background.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()

  // TODO(8.2): Who forwards the elements, and who can tell that all of the inputs are done?

  return output.receiveOnly
}
