// wrong: no pause between two sheep
// rejected by: one sheep each half second as wrong
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  for sheep in 0..<number { await messages.send("\(sheep + 1) sheep") }
  messages.close()
}
