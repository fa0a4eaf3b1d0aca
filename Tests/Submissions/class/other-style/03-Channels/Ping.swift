public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  async let sending: Bool = messages.send("ping")
  var answer: String?
  for await message in messages {
    answer = message
    break
  }
  _ = await sending
  return answer
}
