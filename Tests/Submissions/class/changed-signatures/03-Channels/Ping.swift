public import Channels

/// Sends "ping" on `messages` from a task of its own, and returns the next message that arrives here.
///
/// That message is the "ping" itself, unless another task uses the same channel: if one has waited
/// to receive before you, it gets the "ping", and the answer is what arrives after that.
///
/// The channel stays open, and nothing that you start outlives the call.
///
///     let messages = Channel<String>(capacity: 2)
///     await ping(over: messages)   // "ping"
///
/// - Parameter messages: What sender and receiver meet on.
/// - Returns: What was received; `nil` only if the channel was closed or the caller cancelled.
public func ping(over messages: Channel<String>) async -> String? {
  // Two tasks, because a send waits until somebody receives: here, a send before the receive would
  // wait for a line that is never reached. `async let` starts a child task and goes on.
  async let sent = messages.send("ping")
  let message = await messages.receive()
  // A child task that nobody awaits is cancelled at the end of its scope, so await it.
  _ = await sent
  return message
}
