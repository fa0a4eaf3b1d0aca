// wrong: counts in a task that nobody waits for and nobody cancels
// rejected by: numbers come in order, from zero as leaked
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  Task {
    var count = 0
    while !Task.isCancelled, await numbers.send(count) { count += 1 }
    numbers.close()
  }
}
