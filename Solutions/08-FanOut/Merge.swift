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

  // The outer task knows when all inputs are done, because it waits for the forwarders. A forwarder
  // that closed the output itself would cut off the slower ones, and the last of them would close
  // it again. Go has a goroutine for `wg.Wait(); close(merged)`. Here the end of a task group is
  // that wait. It also works without inputs, when there is no forwarder that could close the
  // output.
  Task {
    await withTaskGroup { group in
      for input in inputs {
        group.addTask {
          for await element in input {
            await output.send(element)
          }
        }
      }
    }
    output.close()
  }

  return output.receiveOnly
}
