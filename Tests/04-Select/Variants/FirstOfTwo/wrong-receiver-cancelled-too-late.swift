// wrong: cancels the other receiver, but does not wait for its end
// rejected by: nothing is left running as wrong
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  let news = Channel<String>(capacity: 2)
  let receivers = [east, west].map { channel in
    Task {
      if let message = await channel.receive() { await news.send(message) }
    }
  }
  let first = await news.receive()
  for receiver in receivers { receiver.cancel() }
  return first
}
