// wrong: takes back a number that nobody wanted for a minute
// rejected by: numbers come in order, from zero as wrong
public import Channels

/// A variant of 2.4.
public func count(into numbers: SendChannel<Int>) async {
  var n = 0
  while !Task.isCancelled {
    let sent = await select {
      Send(n, to: numbers) { true }; After(.seconds(60)) { false }; Cancelled { false }
    }
    _ = sent
    n += 1
  }
  numbers.close()
}
