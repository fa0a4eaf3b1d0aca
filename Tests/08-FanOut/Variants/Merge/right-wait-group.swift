// right: a wait group, as in Go

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let forwarders = WaitGroup()
  forwarders.add(inputs.count)
  for input in inputs {
    Task {
      defer { forwarders.done() }
      while let element = await input.receive() { await output.send(element) }
    }
  }
  Task {
    await forwarders.wait()
    output.close()
  }
  return output.receiveOnly
}
