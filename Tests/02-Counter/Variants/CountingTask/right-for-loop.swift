// right: a loop over all numbers, left when there is a reason
public import Channels

/// Offers 0, 1, 2, … on `numbers`, each to one receiver, until its task is cancelled.
public func count(into numbers: SendChannel<Int>) async {
  defer { numbers.close() }
  for count in 0... {
    if Task.isCancelled { return }
    guard await numbers.send(count) else { return }
  }
}
