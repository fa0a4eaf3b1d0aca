// right: raw tasks, and one more that waits for each of them

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let forwarders = inputs.map { input in
    Task {
      for await element in input { await output.send(element) }
    }
  }
  Task {
    for forwarder in forwarders { await forwarder.value }
    output.close()
  }
  return output.receiveOnly
}
