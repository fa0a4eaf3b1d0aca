// wrong: counts before it sends, so that nobody gets 0
// rejected by: numbers come in order, from zero as wrong
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  var count = 0
  while !Task.isCancelled {
    count += 1
    await numbers.send(count)
  }
  numbers.close()
}
