// wrong: looks once instead of waiting, and finds nothing when the sender comes later
// rejected by: ping arrives as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  Task { await messages.send("ping") }
  guard case .element(let message) = messages.tryReceive() else { return nil }
  return message
}
