// wrong: without a message it cancels its sender and does not wait for it
// rejected by: cancelling the caller ends the wait as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  let sender = Task { await messages.send("ping") }
  guard let answer = await messages.receive() else {
    sender.cancel()
    return nil
  }
  _ = await sender.value
  return answer
}
