// wrong: closes the output when the first input ends
// rejected by: the output closes with the last input as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let end = Channel<Void>(capacity: inputs.count)
  for input in inputs {
    Task {
      for await element in input { await output.send(element) }
      await end.send(())
    }
  }
  Task {
    if !inputs.isEmpty { _ = await end.receive() }
    output.close()
  }
  return output.receiveOnly
}
