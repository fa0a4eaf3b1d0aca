// wrong: sends in its own task if the channel has a buffer, which may be full
// rejected by: ping arrives as deadlocked
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  if messages.capacity > 0 { await messages.send("ping"); return await messages.receive() }
  async let sending: Bool = messages.send("ping")
  let answer = await messages.receive()
  _ = await sending
  return answer
}
