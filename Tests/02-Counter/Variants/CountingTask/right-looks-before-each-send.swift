// right: does not ask whether the number was taken, but looks before each send
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  var count = 0
  while !Task.isCancelled {
    await numbers.send(count)
    count += 1
  }
  numbers.close()
}
