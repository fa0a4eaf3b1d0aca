// wrong: sends and receives in one task, so that the send waits for ever
// rejected by: ping arrives as deadlocked
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  await messages.send("ping")
  return await messages.receive()
}
