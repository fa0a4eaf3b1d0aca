// wrong: skips the messages that lay in the channel before
// rejected by: ping arrives as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  let older = messages.count
  async let sending: Bool = messages.send("ping")
  var answer = await messages.receive()
  for _ in 0..<older { answer = await messages.receive() }
  _ = await sending
  return answer
}
