// wrong: leaves without a word, so that receivers wait for ever
// rejected by: cancelling it ends it as wrong
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  var count = 0
  while !Task.isCancelled, await numbers.send(count) {
    count += 1
  }
}
