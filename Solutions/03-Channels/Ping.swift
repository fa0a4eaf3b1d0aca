public import Channels

/// Sends "ping" on `messages` from a separate task, and returns the next message that arrives here.
///
/// That message is the "ping" itself, unless another task uses the same channel: if that task was
/// waiting to receive before you, it gets the "ping", and the result is the next message after it.
///
/// The channel stays open, and nothing that you start outlives the call. Cancelling the caller ends
/// its wait for a message. If no one has received the "ping" yet, the call may then drop it or wait
/// for its receiver; that is up to you.
///
///     let messages = Channel<String>(capacity: 2)
///     await ping(over: messages)   // "ping"
///
/// - Parameter messages: The channel between the sender and the receiver.
/// - Returns: The message that was received; `nil` only if the channel was closed or the caller was
///   cancelled.
public func ping(over messages: Channel<String>) async -> String? {
  // Two tasks, because a send waits until another task receives: here, a send before the receive
  // would wait for a line that is never reached. `async let` starts a child task and goes on.
  async let sent = messages.send("ping")
  let message = await messages.receive()
  // A child task that is never awaited is cancelled at the end of its scope, so await it.
  _ = await sent
  return message
}
