// wrong: starts a task for each send, and waits for none
// rejected by: a slow listener hears every sheep as wrong
public import Channels

/// A variant of 3.8.
public func countSheep(upTo number: Int, into messages: SendChannel<String>) async {
  for i in 0..<number {
    if i > 0 { try? await Task.sleep(for: .milliseconds(500)) };
    Task { await messages.send("\(i + 1) sheep") }
  }
  try? await Task.sleep(for: .milliseconds(500))
  messages.close()
}
