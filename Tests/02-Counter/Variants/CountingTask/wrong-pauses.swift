// wrong: pauses for a second after each number
// rejected by: numbers come in order, from zero as wrong
public import Channels

/// A variant of 2.4.
public func count(into numbers: SendChannel<Int>) async {
  var n = 0
  while !Task.isCancelled, await numbers.send(n) { n += 1; try? await Task.sleep(for: .seconds(1)) }
  numbers.close()
}
