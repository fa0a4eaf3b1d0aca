// right: raw task
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  let sender = Task { await messages.send("ping") }
  let message = await messages.receive()
  _ = await sender.value
  return message
}
