// wrong: sends on a thousand elements of each input at most
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
          for _ in 0..<1_000 {
            guard let element = await input.receive() else { return }
            await output.send(element)
          }
        }
      }
    }
    output.close()
  }
  return output.receiveOnly
}
