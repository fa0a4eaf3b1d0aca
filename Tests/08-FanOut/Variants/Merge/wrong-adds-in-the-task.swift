// wrong: adds to the wait group inside the task, so that the wait may come first
// rejected by: the output closes with the last input as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let forwarders = WaitGroup()
  Task {
    await forwarders.wait()
    output.close()
  }
  for input in inputs {
    Task {
      forwarders.add()
      for await element in input { await output.send(element) }
      forwarders.done()
    }
  }
  return output.receiveOnly
}
