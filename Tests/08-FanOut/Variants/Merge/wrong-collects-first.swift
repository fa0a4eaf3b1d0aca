// wrong: collects everything before it sends anything
// rejected by: an element goes on as soon as it arrives as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    let all = await withTaskGroup(of: [Element].self) { group in
      for input in inputs {
        group.addTask {
          var elements: [Element] = []
          for await element in input { elements.append(element) }
          return elements
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    for element in all { await output.send(element) }
    output.close()
  }
  return output.receiveOnly
}
