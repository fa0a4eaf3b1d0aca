// wrong: leaves a task behind that waits for a signal that never comes
// rejected by: the output closes with the last input as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    var heads: [(element: Int, input: ReceiveChannel<Int>)] = []
    for input in inputs {
      if let element = await input.receive() { heads.append((element, input)) }
    }
    while let first = heads.indices.min(by: { heads[$0].element < heads[$1].element }) {
      await output.send(heads[first].element)
      if let element = await heads[first].input.receive() {
        heads[first].element = element
      } else {
        heads.remove(at: first)
      }
    }
    output.close()
    _ = await Channel<Void>().receive()
  }

  return output.receiveOnly
}
