// right: a select over the inputs whose next element is not there yet

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var missing = Set(inputs.indices)
    var heads: [Int: Int] = [:]
    while true {
      while !missing.isEmpty {
        let (number, value) = await select {
          for number in missing {
            Receive(from: inputs[number]) { value in (number, value) }
          }
        }
        missing.remove(number)
        heads[number] = value
      }
      guard let (number, value) = heads.min(by: { $0.value < $1.value }) else { break }
      await output.send(value)
      heads[number] = nil
      missing.insert(number)
    }
    output.close()
  }
  return output.receiveOnly
}
