// wrong: reads every input into a buffer of its own and merges the buffers
// rejected by: only a few elements are held as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  let copies = inputs.map { input in
    let copy = Channel<Int>(capacity: 1_000)
    Task {
      for await element in input { await copy.send(element) }
      copy.close()
    }
    return copy
  }
  Task {
    var heads: [(element: Int, input: Channel<Int>)] = []
    for copy in copies {
      if let element = await copy.receive() { heads.append((element, copy)) }
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
  }
  return output.receiveOnly
}
