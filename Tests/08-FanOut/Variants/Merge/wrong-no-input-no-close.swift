// wrong: the last forwarder closes, and without an input there is none
// rejected by: no input and many inputs both come to an end as wrong

public import Channels
internal import Synchronization

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  let counter = Counter(left: inputs.count)
  for input in inputs {
    Task {
      for await element in input { await output.send(element) }
      if counter.countDown() == 0 { output.close() }
    }
  }
  return output.receiveOnly
}

private final class Counter: Sendable {
  private let left: Mutex<Int>

  init(left: Int) { self.left = Mutex(left) }

  func countDown() -> Int {
    left.withLock { left in
      left -= 1
      return left
    }
  }
}
