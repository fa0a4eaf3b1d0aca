// wrong: sends each element in a task of its own, which loses the order
// rejected by: every element arrives once, in the order of its input as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    await withTaskGroup { group in
      for input in inputs {
        group.addTask {
          await withTaskGroup { sends in
            for await element in input {
              sends.addTask { await output.send(element) }
            }
          }
        }
      }
    }
    output.close()
  }
  return output.receiveOnly
}
