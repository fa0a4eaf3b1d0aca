// right: receives the first elements at the same time, and keeps the heads sorted

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads = await withTaskGroup(of: (Int, ReceiveChannel<Int>)?.self) { group in
      for input in inputs {
        group.addTask {
          guard let element = await input.receive() else { return nil }
          return (element, input)
        }
      }
      return await group.reduce(into: [(Int, ReceiveChannel<Int>)]()) { heads, head in
        if let head { heads.append(head) }
      }
    }
    heads.sort { $0.0 < $1.0 }
    while !heads.isEmpty {
      let (smallest, input) = heads.removeFirst()
      await output.send(smallest)
      guard let element = await input.receive() else { continue }
      let place = heads.firstIndex { $0.0 > element } ?? heads.endIndex
      heads.insert((element, input), at: place)
    }
    output.close()
  }
  return output.receiveOnly
}
