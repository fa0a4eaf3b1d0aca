// wrong: sends the smallest of what is there, although an input has not shown its next
// rejected by: the smallest goes out as soon as it is known as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads: [Int?] = Array(repeating: nil, count: inputs.count)
    var open = Set(inputs.indices)
    while true {
      for index in inputs.indices where heads[index] == nil && open.contains(index) {
        switch inputs[index].tryReceive() {
        case .element(let element): heads[index] = element
        case .closed: open.remove(index)
        case .nothing: break
        }
      }
      if let smallest = heads.compactMap(\.self).min(), let index = heads.firstIndex(of: smallest) {
        await output.send(smallest)
        heads[index] = nil
      } else if open.isEmpty {
        break
      } else {
        try? await Task.sleep(for: .seconds(1))
      }
    }
    output.close()
  }
  return output.receiveOnly
}
