public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  Task { await messages.send("ping") }
  for await message in messages { return message }
  return nil
}
