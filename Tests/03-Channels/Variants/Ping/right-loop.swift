// right: takes the first message of a loop over the channel
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  let sender = Task { await messages.send("ping") }
  for await message in messages {
    await sender.value
    return message
  }
  return nil
}
