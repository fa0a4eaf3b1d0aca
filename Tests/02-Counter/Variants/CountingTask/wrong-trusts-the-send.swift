// wrong: looks at the result of the send only, which is `true` while somebody waits
// rejected by: it offers nothing new to those who wait as wrong
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  var count = 0
  while await numbers.send(count) {
    count += 1
  }
  numbers.close()
}
