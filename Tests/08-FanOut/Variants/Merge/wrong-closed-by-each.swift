// wrong: every forwarder closes the output
// rejected by: the output closes with the last input as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  for input in inputs {
    Task {
      for await element in input { await output.send(element) }
      output.close()
    }
  }
  if inputs.isEmpty { output.close() }
  return output.receiveOnly
}
