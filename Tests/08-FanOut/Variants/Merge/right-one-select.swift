// right: one task with a select over all inputs that are open

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    var open = inputs
    while !open.isEmpty {
      let (index, element) = await select {
        for (index, input) in open.enumerated() {
          Receive(from: input) { element in (index, element) }
        }
      }
      if let element {
        await output.send(element)
      } else {
        open.remove(at: index)
      }
    }
    output.close()
  }
  return output.receiveOnly
}
