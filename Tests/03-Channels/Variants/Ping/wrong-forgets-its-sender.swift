// wrong: starts its sender and never waits for it
// rejected by: it does not leave its sender behind as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  Task { await messages.send("ping") }
  return await messages.receive()
}
