// wrong: does not wait for its sender, so that a "ping" that nobody has received yet is lost
// rejected by: it does not leave its sender behind as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  if messages.trySend("ping") { return await messages.receive() }
  async let sending: Bool = messages.send("ping")
  let answer = await messages.receive()
  return answer
}
