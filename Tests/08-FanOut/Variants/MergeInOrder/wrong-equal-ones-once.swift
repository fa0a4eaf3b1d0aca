// wrong: sends equal elements of different inputs once
// rejected by: the output is sorted and complete as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads: [Int?] = []
    for input in inputs { heads.append(await input.receive()) }
    while let smallest = heads.compactMap(\.self).min() {
      await output.send(smallest)
      for index in heads.indices where heads[index] == smallest {
        heads[index] = await inputs[index].receive()
      }
    }
    output.close()
  }
  return output.receiveOnly
}
