// right: an actor that owns the heads

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let merger = Merger(inputs)
  Task { await merger.run() }
  return merger.output.receiveOnly
}

private actor Merger {
  nonisolated let output = Channel<Int>()
  private let inputs: [ReceiveChannel<Int>]
  private var heads: [Int: Int] = [:]

  init(_ inputs: [ReceiveChannel<Int>]) { self.inputs = inputs }

  func run() async {
    for index in inputs.indices { heads[index] = await inputs[index].receive() }
    while let (index, element) = heads.min(by: { $0.value < $1.value }) {
      await output.send(element)
      heads[index] = await inputs[index].receive()
    }
    output.close()
  }
}
