public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
///
/// The elements of each input never get smaller, and neither do those of the output. Every element
/// arrives, equal ones as often as they are there.
///
/// The output never waits longer than it must: once the next element of every input is there, or
/// that input is closed, the smallest of these elements goes out at once.
///
/// The merge holds an element from the moment it takes it until the reader receives it. However
/// long the inputs are, it never holds more than twice as many elements as there are inputs.
///
/// The output closes as soon as every input is closed and the reader has received the last element.
/// Without any input, it closes at once. Nothing that you started goes on after the close.
///
///     mergeSorted([north, south])   // north: 10, 40; south: 20, 30, 50
///     // 10, 20, 30, 40, 50, then closed
///
/// - Parameter inputs: Different channels, each in ascending order; their senders close them.
/// - Returns: The output, at once; the merging goes on by itself.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()

  Task {
    // The next element of each input. An input that is closed is not in the list any more.
    var heads: [(element: Int, input: ReceiveChannel<Int>)] = []
    for input in inputs {
      // One after the other is fine here: nothing may go out before every input has shown its next.
      if let element = await input.receive() { heads.append((element, input)) }
    }
    while let first = heads.indices.min(by: { heads[$0].element < heads[$1].element }) {
      // Send before asking for more: the smallest is known, and its input may be slow to go on.
      await output.send(heads[first].element)
      if let element = await heads[first].input.receive() {
        heads[first].element = element
      } else {
        heads.remove(at: first)
      }
    }
    output.close()
  }

  return output.receiveOnly
}
