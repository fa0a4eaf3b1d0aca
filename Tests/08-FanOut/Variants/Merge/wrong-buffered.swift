// wrong: takes elements into a buffer that nobody has asked for
// rejected by: nothing is taken ahead as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>(capacity: 10)
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
  return output.receiveOnly
}
