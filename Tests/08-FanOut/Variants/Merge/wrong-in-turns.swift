// wrong: takes one element from each input in turn
// rejected by: an element goes on as soon as it arrives as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    var open = inputs
    while !open.isEmpty {
      var still: [ReceiveChannel<Element>] = []
      for input in open {
        guard let element = await input.receive() else { continue }
        await output.send(element)
        still.append(input)
      }
      open = still
    }
    output.close()
  }
  return output.receiveOnly
}
