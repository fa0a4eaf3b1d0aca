// wrong: closes while a task of its own is still counting
// rejected by: one sheep each half second as wrong
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  Task {
    for sheep in 0..<number {
      await messages.send("\(sheep + 1) sheep")
      try? await Task.sleep(for: .milliseconds(500))
    }
  }
  messages.close()
}
