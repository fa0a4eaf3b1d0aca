// right: a child task counts, and hears of the cancellation from its parent
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  async let counting: Void = offer(to: numbers)
  await counting
  numbers.close()
}

private func offer(to numbers: SendChannel<Int>) async {
  var count = 0
  while !Task.isCancelled, await numbers.send(count) { count += 1 }
}
