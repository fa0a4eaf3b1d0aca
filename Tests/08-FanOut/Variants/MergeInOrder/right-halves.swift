// right: `async let`, by recursion: merges two halves

public import Channels

/// Merges inputs that are sorted into one output that is sorted, too.
public func mergeSorted(_ inputs: [ReceiveChannel<Int>]) -> ReceiveChannel<Int> {
  let output = Channel<Int>()
  Task {
    await mergeHalves(inputs[...], into: output)
  }
  return output.receiveOnly
}

private func mergeHalves(_ inputs: ArraySlice<ReceiveChannel<Int>>, into output: Channel<Int>) async
{
  let middle = inputs.startIndex + inputs.count / 2
  let (left, right) = (inputs[..<middle], inputs[middle...])
  let (leftOutput, rightOutput) = (Channel<Int>(), Channel<Int>())
  async let leftHalf: Void = prepare(left, into: leftOutput)
  async let rightHalf: Void = prepare(right, into: rightOutput)
  await mergeTwo(
    left.count == 1 ? left[left.startIndex] : leftOutput.receiveOnly,
    right.count == 1 ? right[right.startIndex] : rightOutput.receiveOnly, into: output)
  _ = await (leftHalf, rightHalf)
  output.close()
}

private func prepare(_ half: ArraySlice<ReceiveChannel<Int>>, into output: Channel<Int>) async {
  if half.isEmpty { output.close() }
  if half.count > 1 { await mergeHalves(half, into: output) }
}

private func mergeTwo(
  _ left: ReceiveChannel<Int>, _ right: ReceiveChannel<Int>, into output: Channel<Int>
) async {
  var (l, r) = (await left.receive(), await right.receive())
  while true {
    switch (l, r) {
    case (let a?, let b?) where a <= b:
      await output.send(a)
      l = await left.receive()
    case (_, let b?):
      await output.send(b)
      r = await right.receive()
    case (let a?, nil):
      await output.send(a)
      l = await left.receive()
    case (nil, nil):
      return
    }
  }
}
