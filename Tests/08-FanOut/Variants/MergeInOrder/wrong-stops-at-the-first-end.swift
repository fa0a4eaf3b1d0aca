// wrong: stops when one input has ended
// rejected by: the output is sorted and complete as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads: [Int] = []
    for input in inputs {
      if let element = await input.receive() { heads.append(element) }
    }
    while heads.count == inputs.count {
      guard let first = heads.indices.min(by: { heads[$0] < heads[$1] }) else { break }
      await output.send(heads[first])
      guard let element = await inputs[first].receive() else { break }
      heads[first] = element
    }
    output.close()
  }
  return output.receiveOnly
}
