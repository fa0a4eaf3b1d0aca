// wrong: sends the elements as they come
// rejected by: the output is sorted and complete as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    await withTaskGroup { group in
      for input in inputs {
        group.addTask {
          for await element in input { await output.send(element) }
        }
      }
    }
    output.close()
  }
  return output.receiveOnly
}
