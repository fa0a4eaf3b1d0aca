// wrong: collects everything, sorts it and sends it
// rejected by: only a few elements are held as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var all: [Int] = []
    for input in inputs {
      for await element in input { all.append(element) }
    }
    for element in all.sorted() { await output.send(element) }
    output.close()
  }
  return output.receiveOnly
}
