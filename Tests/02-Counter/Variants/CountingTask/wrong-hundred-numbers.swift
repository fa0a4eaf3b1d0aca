// wrong: stops after a hundred numbers
// rejected by: cancelling it ends it as wrong
public import Channels

/// A variant of 2.4.
public func count(into numbers: SendChannel<Int>) async {
  for n in 0..<100 { if Task.isCancelled { break }; if await !numbers.send(n) { break } }
  numbers.close()
}
