// wrong: takes the largest `Int` for a sign that an input has ended
// rejected by: the output is sorted and complete as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads: [Int] = []
    for input in inputs { heads.append(await input.receive() ?? .max) }
    while let smallest = heads.min(), smallest != .max, let index = heads.firstIndex(of: smallest) {
      await output.send(smallest)
      heads[index] = await inputs[index].receive() ?? .max
    }
    output.close()
  }
  return output.receiveOnly
}
