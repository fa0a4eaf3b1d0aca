// wrong: counts ten sheep at most
// rejected by: one sheep each half second as wrong
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  for i in 0..<min(number, 10) {
    if i > 0 { try? await Task.sleep(for: .milliseconds(500)) };
    await messages.send("\(i + 1) sheep")
  }
  messages.close()
}
