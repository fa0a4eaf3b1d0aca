// wrong: the loop of the Go notes, which has no end
// rejected by: cancelling it ends it as stuck
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  var count = 0
  while true {
    await numbers.send(count)
    count += 1
  }
}
