// wrong: closes a channel that others go on to use
// rejected by: the same channel serves again as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  async let sent = messages.send("ping")
  let message = await messages.receive()
  _ = await sent
  messages.close()
  return message
}
