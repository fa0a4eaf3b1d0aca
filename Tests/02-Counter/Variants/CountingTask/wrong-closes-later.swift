// wrong: leaves the closing to a task that runs after the return
// rejected by: cancelling it ends it as wrong
public import Channels

/// A variant of 2.4.
public func count(into numbers: SendChannel<Int>) async {
  var n = 0
  while !Task.isCancelled, await numbers.send(n) { n += 1 }
  Task { numbers.close() }
}
