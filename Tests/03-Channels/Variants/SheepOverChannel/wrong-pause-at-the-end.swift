// wrong: pauses after the last sheep, too, and closes half a second late
// rejected by: after the last sheep the channel is closed as wrong
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  var sheep = 1
  while sheep <= number {
    await messages.send("\(sheep) sheep")
    sheep += 1
    try? await Task.sleep(for: .seconds(0.5))
  }
  messages.close()
}
