// right: an array of optional heads

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads: [Int?] = []
    for input in inputs { heads.append(await input.receive()) }
    while let smallest = heads.compactMap(\.self).min() {
      guard let index = heads.firstIndex(of: smallest) else { break }
      await output.send(smallest)
      heads[index] = await inputs[index].receive()
    }
    output.close()
  }
  return output.receiveOnly
}
