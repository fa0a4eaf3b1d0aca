// right: raw tasks, the last of which resumes a continuation

public import Channels
internal import Synchronization

/// Merges any number of inputs into one output.
public func merge<Element: Sendable>(
  _ inputs: [ReceiveChannel<Element>]
) -> ReceiveChannel<Element> {
  let output = Channel<Element>()
  Task {
    if !inputs.isEmpty {
      let left = Left(inputs.count)
      await withCheckedContinuation { (allDone: CheckedContinuation<Void, Never>) in
        for input in inputs {
          Task {
            for await element in input { await output.send(element) }
            if left.isZeroAfterOneMore() { allDone.resume() }
          }
        }
      }
    }
    output.close()
  }
  return output.receiveOnly
}

private final class Left: Sendable {
  private let count: Mutex<Int>

  init(_ count: Int) { self.count = Mutex(count) }

  func isZeroAfterOneMore() -> Bool {
    count.withLock { count in
      count -= 1
      return count == 0
    }
  }
}
