// wrong: receives in a task that does not hear of the caller's cancellation
// rejected by: cancelling the caller ends the wait as deadlocked
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  async let sent = messages.send("ping")
  let message = await Task { await messages.receive() }.value
  _ = await sent
  return message
}
