// wrong: looks for room and then tries to send; the room may be gone, and its "ping" is lost
// rejected by: the message goes over the channel as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  if messages.count < messages.capacity {
    _ = messages.trySend("ping")
    return await messages.receive()
  }
  async let sent = messages.send("ping")
  let message = await messages.receive()
  _ = await sent
  return message
}
