public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  let start = ContinuousClock.now
  for sheep in 0..<number {
    try? await Task.sleep(until: start + .milliseconds(500) * sheep, clock: .continuous)
    await messages.send("\(sheep + 1) sheep")
  }
  messages.close()
}
