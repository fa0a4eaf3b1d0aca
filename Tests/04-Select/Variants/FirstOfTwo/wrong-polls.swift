// wrong: looks every 100 ms, and so finds the message later than it came
// rejected by: the first message is returned when it comes as stuck
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  while !Task.isCancelled {
    if case .element(let message) = east.tryReceive() { return message }
    if case .element(let message) = west.tryReceive() { return message }
    try? await Task.sleep(for: .milliseconds(100))
  }
  return nil
}
