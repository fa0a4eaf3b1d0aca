// right: looks first, then waits for a receiver or for the end, as Go does
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  var count = 0
  var isWanted = true
  while isWanted, !Task.isCancelled {
    isWanted = await select {
      Send(count, to: numbers) { true }
      Cancelled { false }
    }
    count += 1
  }
  numbers.close()
}
