// right: an actor that counts the open inputs and closes after the last

public import Channels

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let gate = Gate(open: inputs.count, output: output)
  if inputs.isEmpty { output.close() }
  for input in inputs {
    Task {
      for await element in input { await output.send(element) }
      await gate.oneLess()
    }
  }
  return output.receiveOnly
}

private actor Gate<Element: Sendable> {
  private var open: Int
  private let output: Channel<Element>

  init(open: Int, output: Channel<Element>) {
    self.open = open
    self.output = output
  }

  func oneLess() {
    open -= 1
    if open == 0 { output.close() }
  }
}
