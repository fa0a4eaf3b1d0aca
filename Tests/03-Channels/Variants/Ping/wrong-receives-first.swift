// wrong: receives before anybody sends
// rejected by: ping arrives as deadlocked
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  let message = await messages.receive()
  Task { await messages.send("ping") }
  return message
}
