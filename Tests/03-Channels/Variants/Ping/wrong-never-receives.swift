// wrong: sends, but does not receive: the sender is left behind
// rejected by: ping arrives as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  Task { await messages.send("ping") }
  return "ping"
}
