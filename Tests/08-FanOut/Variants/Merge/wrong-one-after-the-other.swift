// wrong: reads the inputs one after the other
// rejected by: an element goes on as soon as it arrives as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    for input in inputs {
      for await element in input { await output.send(element) }
    }
    output.close()
  }
  return output.receiveOnly
}
