// wrong: takes an element that is `nil` for the end of its input
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
          while let element = await input.receive(), "\(element)" != "nil" {
            await output.send(element)
          }
        }
      }
    }
    output.close()
  }
  return output.receiveOnly
}
