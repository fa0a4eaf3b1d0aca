// wrong: drops a message that it has taken when it finds itself cancelled
// rejected by: no message is lost to a cancellation as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  let message = await select {
    Receive(from: east)
    Receive(from: west)
  }
  return Task.isCancelled ? nil : message
}
