// wrong: returns a "ping" that went nowhere when nobody waits to receive
// rejected by: ping arrives as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  if messages.trySend("ping") { return await messages.receive() }
  return "ping"
}
