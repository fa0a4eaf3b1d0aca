// wrong: nobody closes the output
// rejected by: every element arrives once, in the order of its input as deadlocked

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  for input in inputs {
    Task {
      for await element in input { await output.send(element) }
    }
  }
  return output.receiveOnly
}
