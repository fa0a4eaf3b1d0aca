// wrong: merges many inputs in pairs of groups, and each step takes one element ahead
// rejected by: nothing is taken ahead as wrong

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  if inputs.count > 4 {
    let middle = inputs.count / 2
    return merge([merge(Array(inputs[..<middle])), merge(Array(inputs[middle...]))])
  }
  let output = Channel<Element>()
  Task {
    await withTaskGroup { group in
      for input in inputs {
        group.addTask { for await element in input { await output.send(element) } }
      }
    }
    output.close()
  }
  return output.receiveOnly
}
