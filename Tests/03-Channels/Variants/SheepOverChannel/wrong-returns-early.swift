// wrong: returns while a task of its own is still counting
// rejected by: after the last sheep the channel is closed as wrong
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  Task {
    for sheep in 0..<number {
      if sheep > 0 { try? await Task.sleep(for: .milliseconds(500)) }
      await messages.send("\(sheep + 1) sheep")
    }
    messages.close()
  }
}
