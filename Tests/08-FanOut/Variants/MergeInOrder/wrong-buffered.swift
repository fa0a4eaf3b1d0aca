// wrong: sends into a buffer that nobody has asked for
// rejected by: only a few elements are held as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>(capacity: 3)
  Task {
    var heads: [(value: Int, input: ReceiveChannel<Int>)] = []
    for input in inputs {
      if let value = await input.receive() { heads.append((value, input)) }
    }
    while let index = heads.indices.min(by: { heads[$0].value < heads[$1].value }) {
      await output.send(heads[index].value)
      if let value = await heads[index].input.receive() {
        heads[index].value = value
      } else {
        heads.remove(at: index)
      }
    }
    output.close()
  }
  return output.receiveOnly
}
