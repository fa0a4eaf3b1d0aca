// wrong: takes the smallest number for "no element yet"
// rejected by: the output is sorted and complete as wrong

public import Channels

/// A variant of 8.6.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var heads = Array(repeating: Int.min, count: inputs.count)
    var isOpen = Array(repeating: true, count: inputs.count)
    while true {
      for index in inputs.indices where isOpen[index] && heads[index] == Int.min {
        if let element = await inputs[index].receive() {
          heads[index] = element
        } else {
          isOpen[index] = false
        }
      }
      guard let first = inputs.indices.filter({ isOpen[$0] }).min(by: { heads[$0] < heads[$1] })
      else { break }
      await output.send(heads[first])
      heads[first] = Int.min
    }
    output.close()
  }
  return output.receiveOnly
}
