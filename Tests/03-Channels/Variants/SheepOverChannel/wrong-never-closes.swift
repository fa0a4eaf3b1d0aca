// wrong: whoever listens waits for the next sheep for ever
// rejected by: one sheep each half second as deadlocked
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  for sheep in 0..<number {
    if sheep > 0 { try? await Task.sleep(for: .milliseconds(500)) }
    await messages.send("\(sheep + 1) sheep")
  }
}
