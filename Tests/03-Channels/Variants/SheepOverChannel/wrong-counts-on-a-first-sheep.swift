// wrong: counts from 1 to 0 when there is no sheep
// rejected by: without sheep the channel is closed at once as crashed
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  for sheep in 1...number {
    if sheep > 1 { try? await Task.sleep(for: .milliseconds(500)) }
    await messages.send("\(sheep) sheep")
  }
  messages.close()
}
