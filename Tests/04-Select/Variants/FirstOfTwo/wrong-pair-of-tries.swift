// wrong: tries both channels first, and loses the second message if both have one
// rejected by: of the messages that are there it takes one as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  switch (east.tryReceive(), west.tryReceive()) {
  case (.element(let message), _), (_, .element(let message)):
    return message
  default:
    return await select {
      Receive(from: east)
      Receive(from: west)
    }
  }
}
