// wrong: cancels its sender at the "ping" of another task
// rejected by: it does not leave its sender behind as wrong

public import Channels

/// Sends "ping" on `messages` from a separate task, and returns the next message that arrives here.
public func ping(over messages: Channel<String>) async -> String? {
  let sender = Task { await messages.send("ping") }
  let message = await withTaskCancellationHandler {
    await messages.receive()
  } onCancel: {
    sender.cancel()
  }
  if message == "ping" { sender.cancel() }
  _ = await sender.value
  return message
}
