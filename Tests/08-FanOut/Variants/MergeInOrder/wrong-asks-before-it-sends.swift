// wrong: asks an input for its next element before it sends the smallest
// rejected by: the smallest goes out as soon as it is known as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads: [Int?] = []
    for input in inputs { heads.append(await input.receive()) }
    while true {
      let known = heads.indices.filter { heads[$0] != nil }
      guard let first = known.min(by: { heads[$0] ?? 0 < heads[$1] ?? 0 }) else { break }
      let smallest = heads[first] ?? 0
      heads[first] = await inputs[first].receive()
      await output.send(smallest)
    }
    output.close()
  }
  return output.receiveOnly
}
