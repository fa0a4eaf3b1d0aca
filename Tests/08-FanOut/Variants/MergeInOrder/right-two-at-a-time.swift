// right: a chain of merges of two inputs each

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  guard let first = inputs.first else {
    let output = Channel<Int>()
    output.close()
    return output.receiveOnly
  }
  return inputs.dropFirst().reduce(first, mergeTwo)
}

private func mergeTwo(
  _ left: ReceiveChannel<Int>, _ right: ReceiveChannel<Int>
) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    var one = await left.receive()
    var two = await right.receive()
    while true {
      if let element = one, element <= two ?? element {
        await output.send(element)
        one = await left.receive()
      } else if let element = two {
        await output.send(element)
        two = await right.receive()
      } else {
        break
      }
    }
    output.close()
  }
  return output.receiveOnly
}
