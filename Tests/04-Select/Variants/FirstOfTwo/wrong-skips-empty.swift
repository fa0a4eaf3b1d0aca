// wrong: takes an empty message for none
// rejected by: an empty message is a message too as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  while !Task.isCancelled {
    let message = await select {
      Receive(from: east)
      Receive(from: west)
    }
    if let message, !message.isEmpty { return message }
  }
  return nil
}
