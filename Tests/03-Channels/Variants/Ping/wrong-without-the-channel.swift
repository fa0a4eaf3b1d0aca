// wrong: returns the word without sending it
// rejected by: the message goes over the channel as wrong
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  "ping"
}
