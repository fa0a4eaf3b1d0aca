// wrong: leaves a task behind that waits for a signal that never comes
// rejected by: the output closes with the last input as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let stop = Channel<Void>()
  Task {
    await withTaskGroup { group in
      for input in inputs {
        group.addTask {
          for await element in input { await output.send(element) }
        }
      }
    }
    output.close()
  }
  Task { _ = await stop.receive() }
  return output.receiveOnly
}
