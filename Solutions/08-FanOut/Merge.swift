public import Channels

/// Merges any number of inputs into one output.
///
/// Every element is sent on as soon as it arrives, so a slow input holds up no other. Elements of
/// one input keep their order. While nobody reads the output, at most one element is taken from
/// each input.
///
/// The output closes as soon as every input is closed and the reader has received the last element.
/// Without any input, it closes at once. Nothing that you started goes on after the close.
///
///     merge([eastGate, westGate])   // carts as they come, closed when both gates are
///
/// - Parameter inputs: Different channels; their senders close them.
/// - Returns: The output, at once; the merging goes on by itself.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()

  // The outer task is the one that can tell: it waits for the forwarders. A forwarder that closed
  // the output itself would cut off the slower ones, and the last of them would close it again. Go
  // has a goroutine for `wg.Wait(); close(merged)`. The end of a task group is that wait, also
  // without any input, where no forwarder would ever come to the close.
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
