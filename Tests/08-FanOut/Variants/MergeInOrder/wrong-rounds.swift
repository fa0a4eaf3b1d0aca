// wrong: takes one element from each input, sends them sorted, and begins again
// rejected by: the output is sorted and complete as wrong

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    while true {
      var round: [Int] = []
      for input in inputs {
        if let element = await input.receive() { round.append(element) }
      }
      if round.isEmpty { break }
      for element in round.sorted() { await output.send(element) }
    }
    output.close()
  }
  return output.receiveOnly
}
