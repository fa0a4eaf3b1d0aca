// wrong: looks for room and then sends in its own task; the room may be gone
// rejected by: the message goes over the channel as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  if messages.count < messages.capacity {
    await messages.send("ping")
    return await messages.receive()
  }
  async let sending: Bool = messages.send("ping")
  let answer = await messages.receive()
  _ = await sending
  return answer
}
